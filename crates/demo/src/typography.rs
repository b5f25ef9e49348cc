//! French as it is printed: spaces that never break before high punctuation, inside guillemets, before units and
//! between thousands. Sentences of this crate are typed with plain spaces and pass through here.

const NARROW: char = '\u{202F}';
const WIDE: char = '\u{A0}';

/// The sentence with its spaces set.
pub(crate) fn set(sentence: &str) -> String {
    let signs: Vec<char> = sentence.chars().collect();
    let at = |place: usize| signs.get(place).copied().unwrap_or('\n');
    let mut printed = String::with_capacity(sentence.len().saturating_add(8));
    for (place, sign) in signs.iter().enumerate() {
        let before = place.checked_sub(1).map_or('\n', at);
        let (next, after) = (at(place.saturating_add(1)), at(place.saturating_add(2)));
        printed.push(match (*sign, next) {
            (' ', ';' | ':' | '!' | '?') => NARROW,
            (' ', '»' | '€' | '%') => WIDE,
            (' ', _) if before == '«' => WIDE,
            (' ', 'h') if before.is_ascii_digit() && !after.is_alphanumeric() => WIDE,
            (' ', _) if before == 'h' && next.is_ascii_digit() => WIDE,
            (' ', _) if before.is_ascii_digit() && next.is_ascii_digit() => NARROW,
            (other, _) => other,
        });
    }
    printed
}

/// An amount in whole euros: 1 896 €.
pub(crate) fn euros(amount: i32) -> String {
    let (thousands, rest) = (amount / 1000, amount % 1000);
    if thousands == 0 {
        format!("{rest} €")
    } else {
        format!("{thousands} {rest:03} €")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_do_not_break_where_print_holds_them() {
        assert_eq!(set("6 loyers : 1 896 €"), "6 loyers\u{202F}: 1\u{202F}896\u{A0}€");
        assert_eq!(set("dès 6 h 30"), "dès 6\u{A0}h\u{A0}30");
        assert_eq!(set("30 h, le 4 janvier"), "30\u{A0}h, le 4 janvier");
        assert_eq!(set("le 3 hivers"), "le 3 hivers");
    }

    #[test]
    fn amounts_are_grouped_by_thousands() {
        assert_eq!(euros(1896), "1 896 €");
        assert_eq!(euros(60), "60 €");
        assert_eq!(euros(2005), "2 005 €");
    }
}
