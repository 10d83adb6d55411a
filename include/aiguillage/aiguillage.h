#pragma once

/// @namespace aiguillage
/// Where a person is to be sent, in what order and why: rules and territories that people wrote are read from files, what
/// is known of one person gives needs, and needs give plans. Plain structs, free functions, ids in place of pointers.

/// @file
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
