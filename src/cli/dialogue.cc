#include "cli/dialogue.h"

#include <algorithm>
#include <istream>
#include <ostream>

#include "interview/plain.h"

namespace aiguillage::cli {
namespace {

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

/// An answer to one fact, or a command of those that mean something there.
heard listen_for(dialogue& talk, fact_id which, std::vector<command> also) {
  if (offers_grid(talk, which)) also.push_back(command::grid);
  const auto again = [&] { show_fact(talk, which); };
  while (true) {
    heard one = listen(
        talk,
        {[&](const std::string& line) { return answer_from(talk.rules.facts[which], line); }, also, again});
    if (one.said != command::grid) {
      if (one.said == command::none && !one.told.known)
        show(talk, {"Noté : sans réponse.", "Noted: no answer."});
      return one;
    }
    const std::optional<fact_value> told = ask_grid(talk);
    if (told) return {command::none, *told};
    if (talk.ended) return {command::stop, {}};
    again();
  }
}

void change_reply(dialogue& talk, std::size_t index) {
  const fact_id which = talk.state.replies[index].which;
  show_fact(talk, which);
  const heard one = listen_for(talk, which, {command::back});
  if (one.said == command::stop || one.said == command::back) return;
  change(talk.state, index, one.told);
  talk.keep(talk);
}

void choose_reply(dialogue& talk) {
  if (talk.state.replies.empty()) {
    show(talk, {"Il n'y a pas encore de réponse à modifier.", "There is no answer to change yet."});
    return;
  }
  show_replies(talk);
  fact numbered;
  numbered.kind = fact_kind::one_of;
  numbered.values.resize(talk.state.replies.size());
  const heard chosen = listen(talk, {[&](const std::string& line) { return answer_from(numbered, line); },
                                     {command::back},
                                     [&] { show_replies(talk); }});
  for (std::size_t i = 0; chosen.said == command::none && i < numbered.values.size(); ++i)
    if (chosen.told.values.test(i)) change_reply(talk, i);
  if (!talk.ended) show_standing(talk);
}

void hear(dialogue& talk) {
  const fact_id which = talk.state.asking.front();
  const heard one = listen_for(talk, which, {command::back, command::change, command::pass_all});
  if (one.said == command::stop) return;
  if (one.said == command::back) {
    back(talk);
    return;
  }
  if (one.said == command::change) {
    choose_reply(talk);
  } else if (one.said == command::pass_all) {
    pass_over(talk.state);
    talk.keep(talk);
  } else {
    answer(talk.state, one.told);
    talk.keep(talk);
    leave_out_settled(talk.rules, talk.land, talk.state);
  }
  if (talk.ended) return;
  if (!talk.state.asking.empty())
    show_fact(talk, talk.state.asking.front());
  else if (one.said != command::change)
    show_standing(talk);
}

/// Once nothing more need be asked: true when the helper is done with the answers.
bool confirmed(dialogue& talk) {
  const auto ask_for_it = [&] {
    show(
        talk,
        {"Aucune réponse ne peut plus changer les besoins sûrs, l'urgence ni le premier arrêt : les "
         "questions "
         "s'arrêtent là. Entrée pour voir le parcours, r pour revenir, m pour modifier une réponse.",
         "No answer can change the certain needs, the urgency or the first stop any more: the questions stop "
         "here. Enter to see the plan, r to go back, m to change an answer."});
  };
  ask_for_it();
  const auto nothing = [](const std::string&) -> typed_answer {
    return {std::nullopt, {"Entrée, r ou m", "Enter, r or m"}};
  };
  const heard one = listen(talk, {nothing, {command::back, command::change}, ask_for_it});
  if (one.said == command::back) back(talk);
  if (one.said == command::change) choose_reply(talk);
  return one.said != command::back && one.said != command::change;
}

/// The next line typed; nullopt, and the dialogue has ended, at the end of the input.
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

}  // namespace

heard listen(dialogue& talk, const prompt& at) {
  while (true) {
    const std::optional<std::string> line = next_line(talk);
    if (!line) return {command::stop, {}};
    const command said = command_of(detail::plain(*line));
    if (said == command::help) {
      show_help(talk);
      at.again();
      continue;
    }
    if (said == command::stop) talk.ended = true;
    if (said == command::stop || said == command::pass || said == command::not_known ||
        std::find(at.also.begin(), at.also.end(), said) != at.also.end())
      return {said, {}};
    const typed_answer read = at.read(*line);
    if (read.told) return {command::none, *read.told};
    show(talk, {"Je n'ai pas compris : " + read.expected.fr + ". « ? » pour l'aide.",
                "Not understood: " + read.expected.en + ". '?' for help."});
  }
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
