#include "export/rows.h"

#include <algorithm>

#include "fold.h"
#include "import/cells.h"
#include "import/json_rows.h"

namespace aiguillage::exports {
namespace {

import_options unlimited() {
  import_options options;
  options.findings = 0;
  return options;
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(
      text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// The words of a column that mean a value, the first one of the mapping first; without a list, the value itself.
std::vector<std::string> candidates(const column_rule& rule, const said_value& value) {
  if (rule.how == cell_reading::areas && value.what == attribute::countries && value.value == france_code)
    return {"france", value.value};
  if (!rule.listed) return {value.value};
  std::vector<std::string> found;
  for (const std::string& word : rule.spelled) {
    const auto& ours = rule.words.at(detail::folded(word));
    if (std::find(ours.begin(), ours.end(), value.value) != ours.end()) found.push_back(word);
  }
  if (rule.others == other_words::keep) found.push_back(value.value);
  return found;
}

bool is_area(attribute what) {
  return what == attribute::communes || what == attribute::epcis || what == attribute::departments ||
         what == attribute::regions || what == attribute::countries;
}

bool may_say(const column_rule& rule, attribute what) {
  return rule.how == cell_reading::areas ? is_area(what) : rule.says == what;
}

}  // namespace

row_writer::row_writer(const column_mapping& by, const territory& land, const pack& rules, syntax as,
                       tally& to)
    : by_(by), land_(land), as_(as), to_(to), reader_(by, unlimited(), "", ignored_), maker_(rules, again_) {
  for (const written_table& table : by.writes) {
    forms_.emplace_back();
    for (const written_column& one : table.columns) {
      column_form form;
      form.as = &one;
      form.place = import::add_column(reader_, one.header);
      form.names.insert(detail::folded(one.header));
      for (const column_rule* rule : reader_.rules[form.place]) {
        if (form.separator == 0 && !one.one && !rule->separators.empty())
          form.separator = rule->separators.front();
        form.names.insert(rule->from.begin(), rule->from.end());
        for (std::size_t i = 0; i < attribute_count; ++i)
          if (const auto what = static_cast<attribute>(i); may_say(*rule, what)) columns_.insert(what);
      }
      forms_.back().push_back(std::move(form));
    }
  }
}

std::string row_writer::cell_of(const column_form& of, const std::vector<std::string>& values) const {
  const char between = as_ == syntax::json ? import::list_separator : of.separator;
  std::string cell;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i > 0) cell += between;
    if (as_ == syntax::json || !by_.escapes || of.separator == 0) {
      cell += values[i];
      continue;
    }
    for (const char c : values[i])
      cell += (c == between || c == '\\') ? std::string{'\\', c} : std::string(1, c);
  }
  return cell;
}

std::vector<said_value> row_writer::meaning(const column_form& of, const std::vector<std::string>& values) {
  const std::string written = cell_of(of, values);
  return import::read_cells(reader_, {{of.place, written}},
                            as_ == syntax::json ? import::list_separator : '\0');
}

bool row_writer::says_any(attribute what) const {
  return std::any_of(wanted_.begin(), wanted_.end(), [&](const statement& one) { return one.first == what; });
}

/// What may be read of a place that does not say so: a label, the cell as a remark, what is the same as saying nothing; or
/// that it receives a public first when it receives no other.
bool row_writer::harmless(const statement& one) const {
  if (wanted_.contains(one)) return one.first != attribute::type || !assumed_type_;
  switch (one.first) {
    case attribute::remark:
    case attribute::labels: return true;
    case attribute::channels: return one.second == "in_person" && !says_any(one.first);
    case attribute::requested_by: return one.second == "person" && !says_any(one.first);
    case attribute::publics_first: return wanted_.contains({attribute::publics_only, one.second});
    default: break;
  }
  if (form_of(one.first).several || (one.first == attribute::type && assumed_type_)) return false;
  return std::any_of(covered_.begin(), covered_.end(),
                     [&](const statement& each) { return each.first == one.first; });
}

bool row_writer::add(const slot& to, const std::string& value, const statement* must) {
  const written_column& as = *to.form.as;
  if (value.empty() || (to.form.separator == 0 && !to.values.empty())) return false;
  if (!as.words.empty() && std::find(as.words.begin(), as.words.end(), value) == as.words.end()) return false;
  if (as.longest > 0 && characters(value) > as.longest) return false;
  std::set<statement> means;
  for (const said_value& one : meaning(to.form, {value})) means.insert(statement_of(one.what, one.value));
  if (must != nullptr && !means.contains(*must)) return false;
  const bool remark = std::any_of(means.begin(), means.end(),
                                  [](const statement& one) { return one.first == attribute::remark; });
  if (must == nullptr && !remark) return false;
  if (!std::all_of(means.begin(), means.end(), [&](const statement& one) { return harmless(one); }))
    return false;
  covered_.insert(means.begin(), means.end());
  if (std::find(to.values.begin(), to.values.end(), value) == to.values.end()) to.values.push_back(value);
  return true;
}

/// A remark that is named like the column goes back into it.
void row_writer::fill_remarks(const slot& to) {
  for (const said_value& one : of_->says) {
    if (one.what != attribute::remark) continue;
    const std::size_t equals = one.value.find('=');
    if (equals == std::string::npos || !to.form.names.contains(detail::folded(one.value.substr(0, equals))))
      continue;
    std::string rest = one.value.substr(equals + 1);
    while (!rest.empty()) {
      const std::size_t end = to.form.separator == 0 ? std::string::npos : rest.find(to.form.separator);
      static_cast<void>(add(to, rest.substr(0, end), nullptr));
      rest = end == std::string::npos ? "" : rest.substr(end + 1);
    }
  }
}

void row_writer::fill_by(const slot& to, const column_rule& rule, bool again) {
  for (const said_value& one : of_->says) {
    const bool weaker = again && rule.says == attribute::publics_first && one.what == attribute::publics_only;
    if (!may_say(rule, one.what) && !weaker) continue;
    const statement must =
        weaker ? statement{attribute::publics_first, one.value} : statement_of(one.what, one.value);
    if (covered_.contains(must) || covered_.contains(statement_of(one.what, one.value))) continue;
    for (const std::string& word : candidates(rule, one))
      if (add(to, word, &must)) break;
  }
}

void row_writer::fill(const slot& to, bool again) {
  if (!again) fill_remarks(to);
  for (const column_rule* rule : reader_.rules[to.form.place])
    if (rule->says && rule->how != cell_reading::day_hours) {
      const bool plain_remark = *rule->says == attribute::remark && rule->how != cell_reading::remarks;
      if (!plain_remark) fill_by(to, *rule, again);
    }
}

void row_writer::start(const listing& of) {
  of_ = &of;
  wanted_ = statements_of(of.says);
  covered_.clear();
  const std::string& type = said(of, attribute::type);
  assumed_type_ = by_.type.empty() && by_.otherwise == type &&
                  std::find(of.assumed.begin(), of.assumed.end(), attribute::type) != of.assumed.end();
  if (assumed_type_ || by_.type == type) covered_.insert({attribute::type, type});
  cells_.assign(forms_.size(), {});
  for (std::size_t i = 0; i < forms_.size(); ++i) cells_[i].resize(forms_[i].size());
}

const record_cells& row_writer::write(const listing& of, const actor& made) {
  start(of);
  reader_.unread.clear();
  for (const bool again : {false, true})
    for (std::size_t i = 0; i < forms_.size(); ++i)
      for (std::size_t j = 0; j < forms_[i].size(); ++j) fill({forms_[i][j], cells_[i][j]}, again);
  compare(made);
  return cells_;
}

std::string row_writer::joined(std::size_t table, std::size_t column) const {
  return cell_of(forms_[table][column], cells_[table][column]);
}

std::vector<said_value> row_writer::read_again() {
  std::vector<std::string> written;
  std::vector<std::size_t> places;
  for (std::size_t i = 0; i < forms_.size(); ++i)
    for (std::size_t j = 0; j < forms_[i].size(); ++j) {
      if (cells_[i][j].empty()) continue;
      written.push_back(cell_of(forms_[i][j], cells_[i][j]));
      places.push_back(forms_[i][j].place);
    }
  std::vector<import::cell> cells;
  for (std::size_t i = 0; i < written.size(); ++i) cells.push_back({places[i], written[i]});
  return import::read_cells(reader_, cells, as_ == syntax::json ? import::list_separator : '\0');
}

void row_writer::compare(const actor& made) {
  std::vector<said_value> says = read_again();
  bool assumed = false;
  if (std::none_of(says.begin(), says.end(),
                   [](const said_value& one) { return one.what == attribute::type; })) {
    assumed = by_.type.empty() && !by_.otherwise.empty();
    const std::string& type = by_.type.empty() ? by_.otherwise : by_.type;
    if (!type.empty()) says.push_back({attribute::type, 0, type});
  }
  const bool was_assumed =
      std::find(of_->assumed.begin(), of_->assumed.end(), attribute::type) != of_->assumed.end();
  const std::set<statement> back = statements_of(says);
  for (const statement& one : wanted_) {
    const bool said_again = back.contains(one) && (one.first != attribute::type || was_assumed || !assumed);
    if (said_again)
      to_.keep();
    else
      to_.lose(one, columns_.contains(one.first));
  }
  for (const statement& one : back)
    if (!wanted_.contains(one) && one.first != attribute::remark)
      to_.add(form_of(one.first).name, one.second);
  if (was_assumed && assumed)
    to_.keep();
  else if (was_assumed)
    to_.lose("assumed", "type");
  compare_places(made, std::move(says));
}

/// The id of the actor, and who shares a site with whom, come of what is read.
void row_writer::compare_places(const actor& made, std::vector<said_value> says) {
  listing back;
  back.says = std::move(says);
  back.sources.push_back(
      {said(back, attribute::producer), said(back, attribute::id), said(back, attribute::vintage), {}});
  maker_.add(std::move(back));
  const actor& again = again_.actors.items.back();
  if (again.id != made.id) to_.lose("actor_id");
  if (!made.at.known()) return;
  const auto [place, fresh] = same_.emplace(made.at, again.at);
  if (!fresh && place->second == again.at) to_.keep();
  if (!fresh && place->second != again.at) to_.lose("shared_site", land_.sites[made.at].id);
  if (fresh && again_.sites[again.at].id != again.id) to_.add("shared_site", again_.sites[again.at].id);
}

void write_rows(const territory& land, const pack& rules, const column_mapping& by, syntax as,
                const row_taker& on_row, tally& to) {
  row_writer writer(by, land, rules, as, to);
  for (std::size_t i = 0; i < land.actors.size(); ++i) {
    const listing of = listing_of(land, actor_id(i), rules);
    const record_cells& cells = writer.write(of, land.actors.items[i]);
    on_row(writer, cells, of);
  }
}

}  // namespace aiguillage::exports
