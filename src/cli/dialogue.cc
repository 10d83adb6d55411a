#include "cli/dialogue.h"

#include <istream>
#include <ostream>

namespace aiguillage::cli {
namespace {

enum class command { none, help, stop, back, not_known, pass, pass_all, change, grid };

struct command_word {
  const char* word;
  command means;
};

constexpr command_word command_words[] = {{"?", command::help},
                                          {"aide", command::help},
                                          {"help", command::help},
                                          {"q", command::stop},
                                          {"quitter", command::stop},
                                          {"arrêter", command::stop},
                                          {"stop", command::stop},
                                          {"quit", command::stop},
                                          {"r", command::back},
                                          {"revenir", command::back},
                                          {"back", command::back},
                                          {"nsp", command::not_known},
                                          {"je ne sais pas", command::not_known},
                                          {"i don't know", command::not_known},
                                          {"dk", command::not_known},
                                          {"", command::pass},
                                          {"p", command::pass},
                                          {"passer", command::pass},
                                          {"skip", command::pass},
                                          {"pp", command::pass_all},
                                          {"m", command::change},
                                          {"modifier", command::change},
                                          {"change", command::change},
                                          {"g", command::grid},
                                          {"grille", command::grid},
                                          {"grid", command::grid}};

command command_of(const std::string& word) {
  for (const command_word& one : command_words)
    if (word == one.word) return one.means;
  return command::none;
}

bool offers_grid(const dialogue& talk, fact_id which) {
  return talk.rules.grid.settles.known() && talk.rules.grid.settles == which;
}

void back(dialogue& talk) {
  const fact_id now = talk.state.asking.empty() ? fact_id{} : talk.state.asking.front();
  if (!undo(talk.state)) {
    show(talk, {"C'est la première question.", "This is the first question."});
    if (now.known()) show_fact(talk, now);
    return;
  }
  talk.keep(talk);
  show_fact(talk, talk.state.asking.front());
}

/// The value typed for a fact; nullopt when the line was a command or was not understood.
std::optional<fact_value> value_from(dialogue& talk, fact_id which, const std::string& line) {
  const command said = command_of(typed(line));
  if (said == command::not_known || said == command::pass) return fact_value{};
  if (said == command::grid && offers_grid(talk, which)) return ask_grid(talk);
  const typed_answer read = answer_from(talk.rules.facts[which], line);
  if (!read.told)
    show(talk, {"Je n'ai pas compris : " + read.expected.fr + ". « ? » pour l'aide.",
                "Not understood: " + read.expected.en + ". '?' for help."});
  else if (!read.told->known)
    show(talk, {"Noté : sans réponse.", "Noted: no answer."});
  return read.told;
}

void change_reply(dialogue& talk, std::size_t index) {
  const fact_id which = talk.state.replies[index].which;
  show_fact(talk, which);
  const std::optional<std::string> line = next_line(talk);
  if (!line) return;
  if (const auto told = value_from(talk, which, *line)) change(talk.state, index, *told);
  talk.keep(talk);
}

void choose_reply(dialogue& talk) {
  if (talk.state.replies.empty()) {
    show(talk, {"Il n'y a pas encore de réponse à modifier.", "There is no answer to change yet."});
    return;
  }
  show_replies(talk);
  const std::optional<std::string> line = next_line(talk);
  if (!line) return;
  fact numbered;
  numbered.kind = fact_kind::one_of;
  numbered.values.resize(talk.state.replies.size());
  const typed_answer chosen = answer_from(numbered, *line);
  for (std::size_t i = 0; chosen.told && i < numbered.values.size(); ++i)
    if (chosen.told->values.test(i)) change_reply(talk, i);
  show_standing(talk);
}

/// True when the line was one of the commands that are no answer.
bool obey(dialogue& talk, command said) {
  switch (said) {
    case command::help: show_help(talk); return true;
    case command::stop: talk.ended = true; return true;
    case command::back: back(talk); return true;
    case command::change:
      choose_reply(talk);
      if (!talk.ended && !talk.state.asking.empty()) show_fact(talk, talk.state.asking.front());
      return true;
    default: return false;
  }
}

void hear(dialogue& talk) {
  const fact_id which = talk.state.asking.front();
  const std::optional<std::string> line = next_line(talk);
  if (!line) return;
  const command said = command_of(typed(*line));
  if (obey(talk, said)) return;
  if (said == command::pass_all) {
    pass_over(talk.state);
    talk.keep(talk);
  } else {
    const auto told = value_from(talk, which, *line);
    if (talk.ended) return;
    if (!told) {
      show_fact(talk, which);
      return;
    }
    answer(talk.state, *told);
    talk.keep(talk);
    leave_out_settled(talk.rules, talk.land, talk.state);
  }
  if (talk.state.asking.empty())
    show_standing(talk);
  else
    show_fact(talk, talk.state.asking.front());
}

/// Once nothing more need be asked: true when the helper is done with the answers.
bool confirmed(dialogue& talk) {
  show(talk,
       {"Aucune réponse ne peut plus changer les besoins sûrs, l'urgence ni le premier arrêt : les questions "
        "s'arrêtent là. Entrée pour voir le parcours, r pour revenir, m pour modifier une réponse.",
        "No answer can change the certain needs, the urgency or the first stop any more: the questions stop "
        "here. Enter to see the plan, r to go back, m to change an answer."});
  const std::optional<std::string> line = next_line(talk);
  if (!line) return true;
  const command said = command_of(typed(*line));
  if (said == command::back) back(talk);
  if (said == command::change) choose_reply(talk);
  return said != command::back && said != command::change;
}

}  // namespace

std::optional<std::string> next_line(dialogue& talk) {
  talk.to << "> " << std::flush;
  std::string line;
  if (std::getline(talk.from, line)) {
    if (talk.echo) talk.to << line << "\n";
    return line;
  }
  talk.to << "\n";
  talk.ended = true;
  return std::nullopt;
}

std::string typed(const std::string& line) {
  const std::size_t first = line.find_first_not_of(" \t\r");
  if (first == std::string::npos) return "";
  std::string word = line.substr(first, line.find_last_not_of(" \t\r") - first + 1);
  for (char& c : word)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return word;
}

void converse(dialogue& talk) {
  show_welcome(talk);
  show_standing(talk);
  while (!talk.ended) {
    if (!talk.state.asking.empty()) {
      hear(talk);
      continue;
    }
    const std::optional<question> next = next_question(talk.rules, talk.land, talk.state);
    if (next) {
      talk.current = *next;
      ask(talk.state, *next);
      show_question(talk);
    } else if (confirmed(talk)) {
      return;
    }
  }
}

}  // namespace aiguillage::cli
