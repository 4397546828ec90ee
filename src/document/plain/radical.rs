//! Characters for which the fonts of PDF files have a radical of their own code point (Unicode's CJK
//! Radicals Supplement, which no normalization form folds): `部⻔` for `部门`. The characters are those of
//! `EquivalentUnifiedIdeograph.txt`.

/// The character that a radical stands for, or the character itself.
pub(super) fn unified(character: char) -> char {
    match character {
        '⺟' => '母',
        '⺠' => '民',
        '⻁' => '虎',
        '⻄' => '西',
        '⻅' => '见',
        '⻆' => '角',
        '⻉' => '贝',
        '⻋' => '车',
        '⻑' => '長',
        '⻓' => '长',
        '⻔' => '门',
        '⻘' => '青',
        '⻙' => '韦',
        '⻚' => '页',
        '⻛' => '风',
        '⻜' => '飞',
        '⻝' => '食',
        '⻢' => '马',
        '⻣' => '骨',
        '⻥' => '鱼',
        '⻦' => '鸟',
        '⻨' => '麦',
        '⻩' => '黄',
        '⻬' => '齐',
        '⻰' => '龙',
        _ => character,
    }
}
