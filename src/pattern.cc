#include "pattern.h"

#include <bitset>
#include <optional>

namespace aiguillage {
namespace {

/// Places between the characters of a word.
using places = std::bitset<longest_code + 1>;
using characters = std::bitset<256>;

constexpr std::size_t deepest = 3;         // groups in groups
constexpr std::size_t most_steps = 50000;  // of repetitions; a word that takes more has not the form
constexpr std::size_t no_end = 100000;     // of a repetition; more is refused

void add_range(characters& to, char first, char last) {
  for (unsigned c = static_cast<unsigned char>(first); c <= static_cast<unsigned char>(last); ++c) to.set(c);
}

/// What a backslash and a letter or a sign say; nothing when they say something else.
std::optional<characters> escaped(char which) {
  characters all;
  switch (which) {
    case 'd':
    case 'D': add_range(all, '0', '9'); break;
    case 'w':
    case 'W':
      add_range(all, '0', '9');
      add_range(all, 'A', 'Z');
      add_range(all, 'a', 'z');
      all.set('_');
      break;
    case 's':
    case 'S':
      add_range(all, '\t', '\r');
      all.set(' ');
      break;
    case 't': all.set('\t'); return all;
    default:
      if (std::string_view("^$\\.*+?()[]{}|/-").find(which) == std::string_view::npos) return std::nullopt;
      all.set(static_cast<unsigned char>(which));
      return all;
  }
  return which >= 'a' ? all : ~all;
}

/// Reads a pattern from left to right, and at once where in the word each part of it may end: all places together. What is
/// repeated is read again each time, so often and no more.
class reading {
 public:
  reading(std::string_view pattern, std::string_view word) : pattern_(pattern), word_(word) {}

  /// Where the pattern may end when it begins with the word; nothing when it is no pattern.
  std::optional<places> ends() {
    const places found = alternatives(places(1));
    return valid_ && at_ == pattern_.size() ? std::optional(found) : std::nullopt;
  }

 private:
  [[nodiscard]] bool more() const { return valid_ && at_ < pattern_.size(); }
  [[nodiscard]] bool next_is(char c) const { return more() && pattern_[at_] == c; }
  bool take(char c) {
    const bool taken = next_is(c);
    if (taken) ++at_;
    return taken;
  }
  char take_any() {
    if (more()) return pattern_[at_++];
    valid_ = false;
    return 0;
  }

  places alternatives(const places& from) {
    places to = sequence(from);
    while (take('|')) to |= sequence(from);
    return to;
  }

  places sequence(const places& from) {
    places here = from;
    while (more() && !next_is('|') && !next_is(')')) here = repeated(here);
    return here;
  }

  struct count {
    std::size_t least = 1;
    std::size_t most = 1;
  };

  std::optional<std::size_t> number() {
    if (!more() || pattern_[at_] < '0' || pattern_[at_] > '9') return std::nullopt;
    std::size_t all = 0;
    while (more() && pattern_[at_] >= '0' && pattern_[at_] <= '9' && all < no_end)
      all = all * 10 + static_cast<std::size_t>(pattern_[at_++] - '0');
    return all;
  }

  count braces() {
    const std::optional<std::size_t> least = number();
    std::optional<std::size_t> most = least;
    if (take(',')) most = next_is('}') ? std::optional(no_end) : number();
    valid_ = valid_ && take('}') && least && most && *least <= *most && *least < no_end;
    return valid_ ? count{*least, *most} : count{};
  }

  count times() {
    count read;
    if (take('*'))
      read = {0, no_end};
    else if (take('+'))
      read = {1, no_end};
    else if (take('?'))
      read = {0, 1};
    else if (take('{'))
      read = braces();
    else
      return read;
    take('?');  // as few as will do: the same words
    return read;
  }

  /// One part as often as it comes: read again for each time, until the places no longer change.
  places repeated(const places& from) {
    const std::size_t start = at_;
    if (take('^')) return from & places(1);
    if (take('$')) return from & (places(1) << word_.size());
    places here = one(from);
    const count wanted = times();
    const std::size_t end = at_;
    places to = wanted.least == 0 ? from : places();
    for (std::size_t done = 1; valid_ && done <= wanted.most && here.any(); ++done) {
      at_ = start;
      valid_ = valid_ && ++steps_ <= most_steps;
      const places next = one(here);
      if (done >= wanted.least || next == here) to |= here;
      if (next == here) break;
      here = next;
    }
    at_ = end;
    return to;
  }

  places one(const places& from) {
    if (take('(')) return group(from);
    const characters any = take('[') ? listed() : single();
    places to;
    for (std::size_t i = 0; i < word_.size(); ++i)
      if (from[i] && any[static_cast<unsigned char>(word_[i])]) to.set(i + 1);
    return to;
  }

  places group(const places& from) {
    if (take('?')) valid_ = valid_ && take(':');
    valid_ = valid_ && ++depth_ <= deepest;
    const places to = alternatives(from);
    --depth_;
    valid_ = valid_ && take(')');
    return to;
  }

  characters after_backslash() {
    const std::optional<characters> all = escaped(take_any());
    valid_ = valid_ && all;
    return all.value_or(characters());
  }

  characters single() {
    if (take('\\')) return after_backslash();
    characters all;
    if (take('.')) return ~(all.set('\n').set('\r'));
    const char c = take_any();
    if (std::string_view("*+?{}]|)").find(c) != std::string_view::npos ||
        static_cast<unsigned char>(c) >= 0x80)
      valid_ = false;
    return all.set(static_cast<unsigned char>(c));
  }

  /// One character of a list; nothing when it is none or several.
  std::optional<char> bound() {
    const char c = take_any();
    if (c != '\\') return static_cast<unsigned char>(c) < 0x80 ? std::optional(c) : std::nullopt;
    const characters all = after_backslash();
    for (int code = 0; code < 0x80; ++code)
      if (all.count() == 1 && all[static_cast<std::size_t>(code)]) return static_cast<char>(code);
    return std::nullopt;
  }

  characters listed() {
    const bool all_but = take('^');
    characters all;
    valid_ = valid_ && !next_is(']');
    while (valid_ && !next_is(']')) {
      if (const std::string_view rest = pattern_.substr(at_); rest.size() > 1 && rest[0] == '\\') {
        const std::optional<characters> several = escaped(rest[1]);
        if (several && several->count() > 1) {
          at_ += 2;
          all |= *several;
          continue;
        }
      }
      add_bounds(all);
    }
    valid_ = valid_ && take(']');
    return all_but ? ~all : all;
  }

  void add_bounds(characters& all) {
    const std::optional<char> first = bound();
    std::optional<char> last = first;
    if (const std::string_view rest = pattern_.substr(at_);
        rest.size() > 1 && rest[0] == '-' && rest[1] != ']') {
      ++at_;
      last = bound();
    }
    valid_ = valid_ && first && last && *first <= *last;
    if (valid_) add_range(all, *first, *last);
  }

  std::string_view pattern_;
  std::string_view word_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t steps_ = 0;
  bool valid_ = true;
};

}  // namespace

bool is_pattern(std::string_view pattern) { return reading(pattern, {}).ends().has_value(); }

bool has_form(std::string_view word, std::string_view pattern) {
  if (word.size() > longest_code) return false;
  const std::optional<places> ends = reading(pattern, word).ends();
  return ends && (*ends)[word.size()];
}

}  // namespace aiguillage
