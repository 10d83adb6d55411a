// compare.js PROGRAM MODULES [DATA]: our spans beside those of the npm package opening_hours (in MODULES), on the strings
// of constructs.txt and on all those of DATA. Prints counts and kinds of difference; fails on a kind that explained.json
// does not explain. Run by ../compare.sh with TZ=UTC, so that a civil minute is a minute.
'use strict';
const fs = require('fs');
const path = require('path');
const { execFileSync } = require('child_process');

const [program, modules, data] = process.argv.slice(2);
const reference = require(path.join(path.resolve(modules), 'opening_hours'));
const explained = JSON.parse(fs.readFileSync(path.join(__dirname, 'explained.json'), 'utf8'));

// Every kind of difference that is explained -> why; for a string that they refuse, the remark that we made.
const reasons = { ...explained.kinds };
for (const [remark, why] of Object.entries(explained.remarks)) reasons[`read by ours only: ${remark}`] = why;

const days = 42;
const firsts = ['2025-04-07', '2025-10-20', '2026-07-06', '2026-12-07', '2024-02-12'];
const columns = {
  'actors/acteurs_france.csv': 'horaires_osm',
  'actors/annuaire_acces_droits_2019.csv': 'horaires_osm',
  'france_services/france_services_compact_2024.csv': 'horaires_osm',
  'mediation_numerique/lieux_dedup.csv': 'horaires',
};
// Places: an INSEE code for us, an address for the reference.
const places = [
  { commune: '35238', address: { country_code: 'fr', country: 'France', state: 'Bretagne' } },
  { commune: '57463', address: { country_code: 'fr', country: 'France', state: 'Moselle' } },
  { commune: '97411', address: { country_code: 'fr', country: 'France', state: 'La Réunion' } },
];

function readCsv(text) {
  const rows = [[]];
  const cell = /("(?:[^"]|"")*"|[^,\n]*)(,|\r?\n|$)/y;
  while (cell.lastIndex < text.length) {
    const [, value, end] = cell.exec(text);
    rows[rows.length - 1].push(value.startsWith('"') ? value.slice(1, -1).replaceAll('""', '"') : value.trimEnd());
    if (end !== ',' && cell.lastIndex < text.length) rows.push([]);
  }
  return rows;
}

function stringsOf(folder) {
  const strings = new Set();
  for (const [file, column] of Object.entries(columns)) {
    const rows = readCsv(fs.readFileSync(path.join(folder, file), 'utf8'));
    const at = rows[0].indexOf(column);
    if (at < 0) throw new Error(`${file}: no column ${column}`);
    for (const row of rows.slice(1)) if (row[at]) strings.add(row[at]);
  }
  return [...strings].sort();
}

function ours(strings, place) {
  if (strings.some((one) => one.includes('\n'))) throw new Error('a string with a line feed cannot be given on a line');
  const out = execFileSync(program, [place.commune, String(days), ...firsts],
    { input: strings.join('\n') + '\n', encoding: 'utf8', maxBuffer: 1 << 30 });
  return out.trimEnd().split('\n').map((line) => {
    const [state, second, ...rest] = line.split('\t');
    return state === 'read' ? { remarks: second.split('; '), periods: rest } : { wrong: rest[0] };
  });
}

function spansOf(hours, first) {
  const from = new Date(`${first}T00:00:00`);
  const to = new Date(from.getTime() + days * 86400000);
  const spans = [];
  for (const [start, end, unknown] of hours.getOpenIntervals(from, to)) {
    const one = { from: (start - from) / 60000, to: (end - from) / 60000, how: unknown ? 'u' : 'o' };
    const last = spans[spans.length - 1];
    if (last && last.to === one.from && last.how === one.how) last.to = one.to;
    else spans.push(one);
  }
  return spans.map((one) => `${one.from}-${one.to}${one.how}`).join(' ');
}

function theirs(string, place) {
  try {
    const hours = new reference(string, { lat: 48.1, lon: -1.7, address: place.address });
    return { periods: firsts.map((first) => spansOf(hours, first)) };
  } catch (wrong) {
    return { wrong: String(wrong) };
  }
}

// Two spans that touch and, once one letter stands for two, say the same.
function joined(text) {
  const spans = [];
  for (const [, from, to, how] of text.matchAll(/(\d+)-(\d+)(\w)/g)) {
    const last = spans[spans.length - 1];
    if (last && last.to === from && last.how === how) last.to = to;
    else spans.push({ from, to, how });
  }
  return spans.map((one) => `${one.from}-${one.to}${one.how}`).join(' ');
}

function minutesOf(text) {
  const minutes = new Array(days * 1440).fill('-');
  for (const [, from, to, how] of text.matchAll(/(\d+)-(\d+)(\w)/g)) minutes.fill(how, Number(from), Number(to));
  return minutes;
}

// The same minute after minute, but for those that are unknown to us.
function agreesWhereSure(mine, other) {
  const theirMinutes = minutesOf(other);
  return minutesOf(mine).every((how, minute) => how === 'u' || how === theirMinutes[minute]);
}

function kindOf(string, mine, other) {
  if (mine.wrong !== undefined && other.wrong !== undefined) return 'refused by both';
  if (mine.wrong !== undefined) return `refused by ours only: ${mine.wrong}`;
  if (other.wrong !== undefined) {
    const reason = Object.keys(explained.remarks).find((one) => mine.remarks.includes(one));
    return `read by ours only: ${reason ?? string}`;
  }
  if (mine.periods.join('\t') === other.periods.join('\t')) return 'equal';
  const without = (letters) => (text) => joined(text.replace(letters, 'u'));
  const sure = mine.periods.every((period, i) => agreesWhereSure(period, other.periods[i]));
  if (sure && /\bSH\b/.test(string)) return 'school holidays, unknown to us';
  if (sure && /sun(rise|set)|dawn|dusk/.test(string)) return 'hours that hang on the sun, unknown to us';
  if (mine.periods.map(without(/a/g)).join('\t') === other.periods.join('\t')) return 'by appointment, unknown to them';
  if (mine.periods.map(without(/[ao]/g)).join('\t') === other.periods.map(without(/o/g)).join('\t'))
    return 'by appointment, open to them';
  return `other: ${string}`;
}

function compare(name, strings, place) {
  const kinds = new Map();
  ours(strings, place).forEach((mine, i) => {
    const other = theirs(strings[i], place);
    const kind = kindOf(strings[i], mine, other);
    if (!kinds.has(kind)) kinds.set(kind, []);
    kinds.get(kind).push({ string: strings[i], mine, other });
  });
  console.log(`${name} (${place.address.state}): ${strings.length} strings`);
  let unexplained = 0;
  for (const [kind, all] of [...kinds].sort((a, b) => b[1].length - a[1].length)) {
    const fine = kind === 'equal' || kind === 'refused by both' || kind in reasons;
    console.log(`  ${String(all.length).padStart(6)}  ${kind}${fine ? '' : '   UNEXPLAINED'}`);
    if (kind !== 'equal') console.log(`          e.g. ${all[0].string.slice(0, 160)}`);
    if (kind in reasons) console.log(`          why: ${reasons[kind]}`);
    if (fine) continue;
    unexplained += all.length;
    for (const { string, mine, other } of all.slice(0, 5)) {
      console.log(`          ${string}`);
      for (const [who, said] of [['ours', mine], ['theirs', other]])
        console.log(`            ${who}: ${(said.wrong ?? said.periods.join(' | ')).slice(0, 400)}`);
    }
  }
  return unexplained;
}

const constructs = fs.readFileSync(path.join(__dirname, 'constructs.txt'), 'utf8')
  .split('\n').filter((line) => line && !line.startsWith('#'));
let unexplained = places.reduce((sum, place) => sum + compare('constructs.txt', constructs, place), 0);
if (data) unexplained += compare('shared data', stringsOf(data), places[0]);
console.log(`hours compare: ${unexplained} unexplained differences`);
process.exit(unexplained === 0 ? 0 : 1);
