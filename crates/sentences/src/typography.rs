//! The manners of French in print: spaces that never break, and how a count is written.

use fluent_bundle::FluentValue;

/// The narrow no-break space, before ; ! ? and between thousands.
pub(crate) const NARROW: char = '\u{202F}';

/// The no-break space, before a colon, inside « » and before units.
pub(crate) const WIDE: char = '\u{A0}';

/// Makes the spaces of a French text unbreakable where print asks for it.
pub(crate) fn unbreakable(text: &str) -> String {
    let mut set = String::with_capacity(text.len());
    let mut ahead = text.chars().peekable();
    let mut before = '\n';
    while let Some(sign) = ahead.next() {
        let next = ahead.peek().copied().unwrap_or('\n');
        let kept = match (sign, next) {
            (' ', ';' | '!' | '?') => NARROW,
            (' ', ':' | '»' | '€' | '%') => WIDE,
            (' ', _) if before == '«' => WIDE,
            (other, _) => other,
        };
        set.push(kept);
        before = sign;
    }
    set
}

/// A count in the French manner: 1 896.
pub(crate) fn french_count<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, NARROW)
}

/// A count in the English manner: 1,896.
pub(crate) fn english_count<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    grouped(value, ',')
}

fn grouped(value: &FluentValue<'_>, between: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let plain = number.as_string();
    let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_ref()), |rest| ("−", rest));
    let mut written = String::from(sign);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            written.push(between);
        }
        written.push(digit);
    }
    Some(written)
}
