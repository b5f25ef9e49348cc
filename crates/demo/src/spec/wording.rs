//! The wording of the house: French, with its typography, without a diagnosis or an adjective about a person.

use super::acts;
use crate::act::Wish;
use serde_json::Value;

/// Every text of the demonstration, in clear.
fn texts() -> Vec<String> {
    let mut texts = Vec::new();
    for act in acts() {
        let value = match &act.wish {
            Wish::Configuration(wish) => serde_json::to_value(wish),
            Wish::Organisation(wish) => serde_json::to_value(wish),
            Wish::Person(wish) => serde_json::to_value(wish),
            Wish::Household(wish) => serde_json::to_value(wish),
            Wish::SupportCase(wish) => serde_json::to_value(wish),
            Wish::Plan(wish) => serde_json::to_value(wish),
            Wish::Contact(wish) => serde_json::to_value(wish),
            Wish::Appointment(wish) => serde_json::to_value(wish),
            Wish::Deadline(wish) => serde_json::to_value(wish),
            Wish::FinancialAid(wish) => serde_json::to_value(wish),
            Wish::Consent(wish) => serde_json::to_value(wish),
            Wish::Sharing(wish) => serde_json::to_value(wish),
            Wish::TeamMeeting(wish) => serde_json::to_value(wish),
        };
        let value = value.unwrap();
        gather(&value, &mut texts);
    }
    texts
}

fn gather(value: &Value, texts: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            if let Some(clear) = fields.get("$clear").and_then(|clear| clear.get("value")) {
                if let Some(text) = clear.as_str() {
                    texts.push(text.to_owned());
                }
                return;
            }
            fields.values().for_each(|field| gather(field, texts));
        }
        Value::Array(items) => items.iter().for_each(|item| gather(item, texts)),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}

#[test]
fn texts_are_typeset() {
    let texts = texts();
    assert!(texts.len() > 5_000);
    for text in texts {
        assert!(!text.contains('\''), "{text}");
        assert!(!text.contains('"'), "{text}");
        assert!(!text.contains(['{', '}']), "a gap was not filled: {text}");
        assert!(!text.contains(['«', '»', '!']), "{text}");
        assert!(!text.contains("  "), "{text}");
        for sign in [" :", " ;", " ?", " €", " %"] {
            assert!(!text.contains(sign), "a plain space before {sign}: {text}");
        }
    }
}

#[test]
fn texts_keep_to_the_words_of_the_field() {
    let unwanted = [
        "usager",
        "bénéficiaire",
        "cas social",
        "client",
        "défaillant",
        "pris en charge",
        "prise en charge psy",
        "dépressi",
        "alcooli",
        "schizo",
        "paranoï",
        "refuse de",
        "opposant",
        "de mauvaise",
        "fragile psych",
    ];
    for text in texts() {
        let lower = text.to_lowercase();
        for word in unwanted {
            assert!(!lower.contains(word), "{word}: {text}");
        }
    }
}

#[test]
fn texts_are_french() {
    let english = [
        " the ", " and ", " with ", " for ", " is ", " of ", " case ", " worker ",
    ];
    for text in texts() {
        let padded = format!(" {} ", text.to_lowercase());
        for word in english {
            assert!(!padded.contains(word), "{text}");
        }
    }
}
