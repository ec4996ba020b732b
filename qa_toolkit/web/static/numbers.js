// Numbers as people type them: `20`, `2,5`, `20 s`, `1:20`. As read_number of the terminal and files.

const WORDS = {
  seconds: ["s", "sec", "secs", "second", "seconds"],
  minutes: ["m", "min", "mins", "minute", "minutes"],
};
const MINUTES_SECONDS = /^(\d{1,4}):([0-5]\d)$/;
const TYPED = /^([+-]?\d{1,12}(?:[.,]\d{1,9})?)\s*([\p{L}_]*)$/u;
const THOUSANDS = /^[1-9]\d{0,2}[.,]000$/;

/** The digits of any writing as 0 to 9: keyboards of other languages write their own. */
function plainDigits(text) {
  return text.replace(/\p{Nd}/gu, (digit) => {
    let value = 0;
    const before = () => String.fromCodePoint(digit.codePointAt(0) - value - 1);
    while (value < 9 && /\p{Nd}/u.test(before())) value += 1;
    return String(value);
  });
}

/** What comes of other units: to two decimals, as nobody timed it closer. */
function rounded(number) {
  return Math.floor(number * 100 + 0.5) / 100;
}

function converted(number, word, unit) {
  const said = Object.keys(WORDS).find((name) => WORDS[name].includes(word));
  if (!said || !WORDS[unit]) {
    return { wrong: `"${word}" is not the unit of this answer${unit ? `: ${unit}` : ""}` };
  }
  if (said === unit) return { number };
  return { number: rounded(unit === "seconds" ? number * 60 : number / 60) };
}

/** A number in the unit of its question: `{ number }`, or what is wrong with it: `{ wrong }`. */
export function readNumber(typed, unit = "") {
  const text = plainDigits(typed.trim()).replace("\u2212", "-").replace("\u066b", ".");
  const clock = MINUTES_SECONDS.exec(text);
  if (clock && WORDS[unit]) {
    const seconds = Number(clock[1]) * 60 + Number(clock[2]);
    return { number: unit === "seconds" ? seconds : rounded(seconds / 60) };
  }
  const [, digits, word] = TYPED.exec(text) ?? [];
  if (digits === undefined) return { wrong: "Write a number, such as 12 or 2.5" };
  if (THOUSANDS.test(digits)) {
    const plain = digits.replace(/[.,]/, "");
    return { wrong: `${digits} can be ${plain.slice(0, -3)} or ${plain}: write one of them` };
  }
  const number = Number(digits.replace(",", "."));
  if (number < 0 && WORDS[unit]) return { wrong: "A time cannot be below zero" };
  const said = word.toLowerCase();
  return said && said !== unit.toLowerCase() ? converted(number, said, unit) : { number };
}
