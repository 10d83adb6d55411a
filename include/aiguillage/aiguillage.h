#pragma once

/// All that a host needs: files in, needs and plans out, words and JSON for people and programs.

#include "aiguillage/engine.h"
#include "aiguillage/explain.h"
#include "aiguillage/follow.h"
#include "aiguillage/load.h"
#include "aiguillage/qualify.h"
#include "aiguillage/referral.h"
#include "aiguillage/report/json.h"
#include "aiguillage/report/text.h"
#include "aiguillage/schema.h"
#include "aiguillage/snapshot.h"
#include "aiguillage/territory.h"
