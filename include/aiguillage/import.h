#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "aiguillage/diagnostic.h"
#include "aiguillage/listing.h"
#include "aiguillage/pack.h"
#include "aiguillage/progress.h"

/// From the files that producers publish to one territory, and what became of every record on the way.
#pragma GCC visibility push(default)
namespace aiguillage {

/// A value that could not be put in our words: it is kept as a remark.
struct unread_value {
  std::string column;
  std::string value;  // "": the column is not read
  std::size_t records = 0;
};

/// What became of the records of one file: records = kept + merged + joined + refused.
struct file_report {
  std::string file;
  std::size_t records = 0;
  std::size_t kept = 0;                    // each is an actor
  std::size_t merged = 0;                  // into an actor of another producer
  std::size_t joined = 0;                  // say more about another record
  std::size_t refused = 0;                 // see `why`
  std::map<std::string, std::size_t> why;  // by code; records that were not whole, not a place, elsewhere…
  std::vector<unread_value> unread;        // the commonest first
};

/// Two records taken for the same place.
struct merged_pair {
  std::string kept;  // "producer/id" of the first record
  std::string with;  // and of the one that was merged into it
  std::string why;   // same-siret, same-name
  int metres = -1;   // between the two; -1: not known
  int likeness = 0;  // of the names, in percent
};

/// What became of every record, file by file, and which records were taken for the same place.
struct import_report {
  std::vector<file_report> files;
  std::vector<merged_pair> merged;
};

/// The territory to make, which places to take, the tables of communes, what to merge and how much to tell.
struct import_options {
  std::string territory;   // its id: the name of its folder
  std::string vintage;     // YYYY-MM-DD, of records that say none; "": the date in the name of the file
  std::vector<area> only;  // places in one of these communes or departments; none: all
  std::string communes;    // table of communes, as gazetteer_files; "": codes stay as they are written
  std::string former;      // what former codes became; "": not known
  bool merge = true;
  std::vector<std::pair<std::string, std::string>>
      apart;                     // records that are not the same place, as in merged_pair
  std::size_t findings = 10000;  // of one code in one file; more are counted
  progress tell;                 // in hundredths; all are done at the end, also when nothing is made
};

/// The territory made, and how it came about.
struct import_result {
  territory land;
  import_report report;
};

/// A file, CSV or, by the end of its name, JSON, and the mapping that reads it (rules/imports/*.yaml).
struct import_source {
  std::string mapping;
  std::string file;
  std::optional<std::string> content;  // in place of what the file holds
};

/// Reads files into one territory. What cannot be read is a diagnostic, and the rest goes on; nullopt when a mapping is wrong,
/// or a file could not be read at all.
[[nodiscard]] std::optional<import_result> import_files(const std::vector<import_source>& sources,
                                                        const import_options& options, const pack& rules,
                                                        diagnostics& out);

}  // namespace aiguillage
#pragma GCC visibility pop
