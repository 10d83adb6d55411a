# What doxygen reads in place of a header, line for line: `int day = 0;  // text` of a member or a namespace, and the lines
# that go on below, become `///<`; words above the namespace that all files share tell what the file is for.
function flush(i) { for (i = 0; i < held; i++) print lines[i]; held = 0 }
function hold(line) { lines[held++] = line }

# Counts braces; kind[depth] tells what the innermost one holds.
function scan(code, i, c) {
  for (i = 1; i <= length(code); i++) {
    c = substr(code, i, 1)
    if (c == "{") {
      sub(/^ *((public|private|protected): *)?(template <[^>]*> *)?/, "", words)
      kind[++depth] = words ~ /^(struct|class|enum|union|namespace|extern)( |$)/ ? "members" : "body"
      words = ""
    } else if (c == "}") {
      depth--
      words = ""
    } else if (c == ";") {
      words = ""
    } else {
      words = words c
    }
  }
  words = words " "
}

{
  line = $0
  code = line
  if (!sub(/^ *\/\/.*/, "", code)) sub(/ +\/\/ .*/, "", code)
  gsub(/"([^"\\]|\\.)*"|'([^'\\]|\\.)*'/, "", code)
  column = match(line, /\/\/ /)
  members = depth == 0 || kind[depth] == "members"
  if (code ~ /^[ #]*$/ && line ~ /^ *\/\/ / && column == trailing) {
    sub(/\/\/ /, "///< ", line)
  } else if (code ~ /[;,a-z0-9}]$/ && code !~ /^ *}/ && members && line ~ / \/\/ /) {
    sub(/ \/\/ /, " ///< ", line)
    trailing = column
  } else {
    trailing = 0
  }
  if (code !~ /^#/) scan(code)

  if (line ~ /^\/\/\/ / && depth == 0) {
    hold(line)
  } else if (line == "") {
    flush()
    hold(line)
  } else {
    if (line ~ /^namespace \[\[.*\]\] aiguillage \{$/ && held > 1 && lines[0] == "") lines[0] = "/// @file"
    flush()
    print line
  }
}
END { flush() }
