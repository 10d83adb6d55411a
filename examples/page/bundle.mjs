// bundle.mjs FOLDER...: as folder.mjs of the npm package, without the comments, which the page never shows. What is left
// stands where it stood.
import { Lexer } from "yaml";
import { bundleOf } from "../../src/wasm/folder.mjs";

// The lexer puts marks of one character between the pieces of a text; after the last of these comes a scalar.
const marks = ["\u0002", "\u0018", "\u001f"];

function withoutComments(text) {
  const pieces = [...new Lexer().lex(text)];
  const isComment = (at) => pieces[at]?.startsWith("#") && pieces[at - 1] !== marks.at(-1);
  const isDropped = (piece, at) => marks.includes(piece) || isComment(at) || (/^ +$/.test(piece) && isComment(at + 1));
  return pieces.filter((piece, at) => !isDropped(piece, at)).join("");
}

const bundles = await Promise.all(process.argv.slice(2).map(bundleOf));
const bare = ([name, text]) => [name, /\.ya?ml$/.test(name) ? withoutComments(text) : text];
process.stdout.write(`${JSON.stringify(Object.fromEntries(Object.entries(Object.assign({}, ...bundles)).map(bare)))}\n`);
