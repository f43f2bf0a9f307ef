// The form in which two spellings of one name are equal: `generator/model/folding.py`, rule for rule; a test holds one
// against the other. And, more generously, how a name sounds: its consonants in any of the two scripts.
(function () {
  "use strict";

  const UNHEARD = /['`´‘’‛ʹʻʼʽʾʿˈˊˋ′＇ꞌ\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu;
  const DASHES = /[‐‑‒–—―−﹘﹣－־]/gu;
  const MARKED = /([\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}])\p{M}+/gu;
  const STRESS = /(\p{Script=Cyrillic}\p{M}*?)[\u0300\u0301]/gu;
  const LATIN_ARTICLE = /(?<![\p{L}\p{N}])(?:[ae](?:l|r|sh?|dh?|n|th?|z)[_\s]*-[-_\s]*|al[_\s]+)(?=[\p{L}\p{N}])/gu;
  const ARABIC_ARTICLE = /(?<![\p{L}\p{N}])(?:ال)+(?=[\p{L}\p{N}_]{3})/gu;
  const BETWEEN = /[^\p{L}\p{M}\p{N}]+/u;

  const PLAIN = letters("ı=i ø=o đ=d ð=d ł=l ħ=h ŧ=t æ=ae œ=oe þ=th ß=ss ς=σ ٱ=ا ى=ي ی=ي ة=ه ک=ك");
  [..."٠١٢٣٤٥٦٧٨٩"].forEach((digit, number) => PLAIN.set(digit, String(number)));
  [..."۰۱۲۳۴۵۶۷۸۹"].forEach((digit, number) => PLAIN.set(digit, String(number)));

  /** What an Arabic letter is in the plainest of transliterations; long vowels as they sound. */
  const ROMAN = letters(
    "ا=a ب=b ت=t ث=th ج=j ح=h خ=kh د=d ذ=dh ر=r ز=z س=s ش=sh ص=s ض=d ط=t ظ=z ع=a غ=gh ف=f ق=q ك=k ل=l م=m ن=n ه=h و=w ي=y ء=a پ=b چ=sh ژ=j گ=g ڤ=f"
  );
  /** Letters that transliterations take one for the other; what is not here sounds like itself. */
  const SOUNDS = letters("kh=x gh=g sh=c ch=c th=t dh=d ph=f q=k c=k p=b v=f z=z w= y= e= i= o= u= a=");

  function letters(table) {
    return new Map(table.split(" ").map((pair) => pair.split("=")));
  }

  /**
   * The folded form of a text.
   * @param {string} text
   * @returns {string}
   */
  function fold(text) {
    let folded = text.normalize("NFKC").replace(UNHEARD, "").toLowerCase();
    if (/[^\x00-\x7f]/.test(folded)) { folded = plain(folded); }
    folded = folded.replace(LATIN_ARTICLE, "").replace(ARABIC_ARTICLE, "");
    return folded.replace(/[-_\s]+/gu, " ").trim();
  }

  function plain(text) {
    const unmarked = text.normalize("NFD").replace(UNHEARD, "")
      .replace(MARKED, "$1").replace(/ё/g, "е").replace(STRESS, "$1").replace(/е\u0308/g, "е");
    const swapped = [...unmarked.replace(DASHES, "-")].map((letter) => PLAIN.get(letter) ?? letter).join("");
    return swapped.normalize("NFKC");
  }

  /** The words of a text, folded. */
  function words(text) {
    return fold(text).split(BETWEEN).filter(Boolean);
  }

  /**
   * How a folded word sounds: consonants, each once, `a` for a vowel at the beginning. Raqqa, Rakka and الرقة are `rk`.
   * @param {string} word
   * @returns {string} empty for a word that has no sound here
   */
  function sound(word) {
    const roman = [...word.replace(/(?<=.)ه$/u, "")].map((letter) => ROMAN.get(letter) ?? letter).join("");
    const heard = roman.replace(/(?<=[aeiou])h$/, "").replace(/^[aeiou]+|^y(?=[aeiou])|^w(?=[aeiou])/, opening)
      .replace(/kh|gh|sh|ch|th|dh|ph|(?!^)[aeiouyw]|[qcpv]/g, (found) => SOUNDS.get(found) ?? found);
    return heard.replace(/(.)\1+/gu, "$1");
  }

  function opening(found) {
    return found === "y" || found === "w" ? found : "a";
  }

  Object.assign(window.dateline, { fold, words, sound });
})();
