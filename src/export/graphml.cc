#include "export/formats.h"
#include "export/rows.h"

/// GraphML: the actors with all that they say, and the hand-offs that are known between them.
namespace aiguillage::exports {
namespace {

std::string escaped(const std::string& words) {
  std::string result;
  for (const char c : words) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '&')
      result += "&amp;";
    else if (c == '<')
      result += "&lt;";
    else if (c == '>')
      result += "&gt;";
    else if (c == '"')
      result += "&quot;";
    else if (byte < 0x20)
      result += ' ';
    else
      result += c;
  }
  return result;
}

std::string data(const std::string& key, const std::string& value) {
  return value.empty() ? "" : "      <data key=\"" + key + "\">" + escaped(value) + "</data>\n";
}

std::string keys_of(const std::vector<written_column>& columns) {
  std::string out;
  for (const written_column& one : columns)
    out += "  <key id=\"" + one.header + "\" for=\"node\" attr.name=\"" + one.header +
           "\" attr.type=\"string\"/>\n";
  for (const char* name : {"mode", "source"})
    out += std::string("  <key id=\"") + name + "\" for=\"edge\" attr.name=\"" + name +
           "\" attr.type=\"string\"/>\n";
  return out;
}

}  // namespace

void write_graphml(const job& of) {
  const std::vector<written_column>& columns = of.by.writes.front().columns;
  std::string& out = of.out;
  out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "
      "xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n";
  out += keys_of(columns) + "  <graph id=\"" + escaped(of.land.id) + "\" edgedefault=\"directed\">\n";
  std::size_t next = 0;
  const auto on_row = [&](const row_writer& by, const record_cells&, const listing&) {
    out += "    <node id=\"" + escaped(of.land.actors.items[next++].id) + "\">\n";
    for (std::size_t i = 0; i < columns.size(); ++i) out += data(columns[i].header, by.joined(0, i));
    out += "    </node>\n";
  };
  write_rows(of.land, of.rules, of.by, syntax::table, on_row, of.count);
  for (const handoff_link& one : of.land.links) {
    out += "    <edge source=\"" + escaped(of.land.actors[one.from].id) + "\" target=\"" +
           escaped(of.land.actors[one.to].id) + "\">\n";
    out += data("mode", of.rules.modes[one.mode].id) + data("source", one.source) + "    </edge>\n";
  }
  out += "  </graph>\n</graphml>\n";
}

}  // namespace aiguillage::exports
