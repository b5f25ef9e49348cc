//! Identifiers and addresses whose form is known: what breaks it is refused with the reason.

/// Why it is refused, in French.
pub(super) type Reason = &'static str;

/// The sign that no text of the database can hold.
pub(super) const NUL: char = '\0';
/// Why a text that holds it is refused.
pub(super) const UNREADABLE: Reason = "des caractères sont illisibles (U+0000)";

/// A social security number: thirteen signs and its key of two, or the thirteen alone.
pub(super) fn nir(text: &str) -> Result<(), Reason> {
    const FORM: Reason = "le NIR n’a pas 13 chiffres suivis d’une clé de 2";
    let signs: String = text.chars().filter(|sign| !sign.is_whitespace()).collect();
    let upper = signs.to_uppercase();
    if !upper.is_ascii() || !(upper.len() == 13 || upper.len() == 15) {
        return Err(FORM);
    }
    let (body, key) = upper.split_at(13);
    // Corsica: 2A counts as 19 and 2B as 18.
    let body = match body.get(5..7) {
        Some("2A") => body.replacen("2A", "19", 1),
        Some("2B") => body.replacen("2B", "18", 1),
        Some(_) | None => body.to_owned(),
    };
    let all_digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    if !all_digits(&body) || !all_digits(key) {
        return Err(FORM);
    }
    let number: u64 = body.parse().ok().ok_or(FORM)?;
    if key.is_empty() || key.parse() == Ok(97_u64.saturating_sub(number % 97)) {
        Ok(())
    } else {
        Err("la clé du NIR est fausse")
    }
}

/// The code of a commune as INSEE writes it: five signs, in Corsica with a letter. A town by its name is none.
pub(super) fn commune(text: &str) -> bool {
    let Some((department, rest)) = text.split_at_checked(2) else {
        return false;
    };
    let digits = |text: &str| text.bytes().all(|sign| sign.is_ascii_digit());
    text.len() == 5 && digits(rest) && (digits(department) || matches!(department, "2A" | "2B"))
}

/// A SIRET: fourteen digits that pass the key of Luhn; those of La Poste add up to a multiple of five.
pub(super) fn siret(text: &str) -> Result<(), Reason> {
    let digits: Vec<u32> = text.chars().filter_map(|sign| sign.to_digit(10)).collect();
    if digits.len() != 14 || text.chars().any(|sign| !sign.is_ascii_digit() && !sign.is_whitespace()) {
        return Err("le SIRET n’a pas 14 chiffres");
    }
    let luhn: u32 = digits
        .iter()
        .enumerate()
        .map(|(place, digit)| {
            let doubled = if place.is_multiple_of(2) { digit * 2 } else { *digit };
            if doubled > 9 { doubled - 9 } else { doubled }
        })
        .sum();
    let of_post = digits.starts_with(&[3, 5, 6, 0, 0, 0, 0, 0, 0]) && digits.iter().sum::<u32>().is_multiple_of(5);
    if luhn.is_multiple_of(10) || of_post {
        Ok(())
    } else {
        Err("la clé du SIRET est fausse")
    }
}

/// An electronic address: something, an at sign, and a domain with a dot.
pub(super) fn email(text: &str) -> Result<(), Reason> {
    const FORM: Reason = "l’adresse électronique n’a pas la forme nom@domaine.fr";
    let (name, domain) = text.split_once('@').ok_or(FORM)?;
    let (before, after) = domain.rsplit_once('.').ok_or(FORM)?;
    let bad = |part: &str| part.is_empty() || part.contains(char::is_whitespace) || part.contains('@');
    if bad(name) || bad(before) || bad(after) {
        Err(FORM)
    } else {
        Ok(())
    }
}

/// A telephone number: ten digits, or an international form.
pub(super) fn phone(text: &str) -> Result<(), Reason> {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signs = text
        .chars()
        .all(|sign| sign.is_ascii_digit() || sign.is_whitespace() || "+.-()".contains(sign));
    let national = digits == 10 && !text.starts_with('+');
    let international = (9..=15).contains(&digits) && text.starts_with('+');
    if signs && (national || international) {
        Ok(())
    } else {
        Err("le numéro de téléphone n’a pas 10 chiffres")
    }
}

/// The address of a site.
pub(super) fn site(text: &str) -> Result<(), Reason> {
    let host = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    match host {
        Some(host) if host.contains('.') && !host.contains(char::is_whitespace) => Ok(()),
        Some(_) | None => Err("l’adresse du site ne commence pas par https://"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_checked() {
        // Invented numbers: their keys were computed by hand.
        assert_eq!(nir("2 69 05 49 588 157 80"), Ok(()));
        assert_eq!(nir("1000000000000"), Ok(()));
        assert!(nir("269054958815781").is_err());
        assert!(nir("12345678901234").is_err());
        assert_eq!(siret("73282932000074"), Ok(()));
        assert!(siret("73282932000075").is_err());
        assert!(siret("7328293200007").is_err());
    }

    #[test]
    fn a_commune_is_a_code() {
        assert!(commune("44109") && commune("2A004"));
        for bad in ["aé12", "Reims", "2C004", "4410", "441090", "É4109", "chez M. Essai", ""] {
            assert!(!commune(bad), "{bad}");
        }
    }

    #[test]
    fn addresses_are_checked() {
        assert_eq!(email("claire@exemple.fr"), Ok(()));
        for bad in ["claire", "@exemple.fr", "claire@exemple", "claire @exemple.fr", ""] {
            assert!(email(bad).is_err(), "{bad}");
        }
        assert_eq!(phone("06 12 34 56 78"), Ok(()));
        assert_eq!(phone("+33 6 12 34 56 78"), Ok(()));
        assert!(phone("061234").is_err());
        assert_eq!(site("https://exemple.fr/accueil"), Ok(()));
        assert!(site("exemple.fr").is_err());
    }
}
