//! What a reminder says: who, when, how one meets, and how to have no more of them. Never what for, never an address, and
//! where others read along neither who nor where.

use domain::appointment::Kind;
use domain::reminder::{Medium, Privacy};
use jiff::civil::DateTime;
use sentences::{Arg, Language, say};

/// The words.
pub(super) struct Told {
    pub(super) subject: String,
    pub(super) text: String,
}

/// In plain French: what language somebody reads is not known yet.
pub(super) fn told(medium: Medium, privacy: Privacy, kind: Kind, who: Option<&str>, wall: DateTime) -> Told {
    let when = when(wall);
    let how = match kind {
        Kind::Office => "office",
        Kind::Phone => "phone",
        Kind::Video => "video",
        // Where that is, is nobody's business but hers.
        Kind::Home | Kind::Outside | Kind::GroupSession => "elsewhere",
    };
    let named = who.filter(|_| privacy == Privacy::Own);
    let mut values: Vec<(&str, Arg<'_>)> = vec![("when", when.as_str().into())];
    let message = match named {
        Some(who) => {
            values.push(("who", who.into()));
            values.push(("how", how.into()));
            said("reminder.named", &values)
        }
        None => said("reminder.bare", &values),
    };
    let stop = match medium {
        Medium::Sms => "reminder.stop_sms",
        Medium::Email => "reminder.stop_email",
    };
    Told {
        subject: said("reminder.subject", &[]),
        text: format!("{message} {}", said(stop, &[])),
    }
}

/// « mardi 1er décembre à 9 h 30 »
fn when(wall: DateTime) -> String {
    let number = |number: i8| i64::from(number);
    let (day, month) = (wall.date().weekday().to_monday_one_offset(), wall.month());
    let minute = format!("{:02}", wall.minute());
    let hour = [
        ("hour", number(wall.hour()).into()),
        ("minute", minute.as_str().into()),
        ("sharp", if wall.minute() == 0 { "yes" } else { "no" }.into()),
    ];
    let weekday = said("reminder.weekday", &[("weekday", number(day).into())]);
    let date = said("reminder.day", &[("day", number(wall.day()).into())]);
    let month = said("reminder.month", &[("month", number(month).into())]);
    let hour = said("reminder.hour", &hour);
    said(
        "reminder.when",
        &[
            ("weekday", weekday.as_str().into()),
            ("day", date.as_str().into()),
            ("month", month.as_str().into()),
            ("hour", hour.as_str().into()),
        ],
    )
}

fn said(key: &str, values: &[(&str, Arg<'_>)]) -> String {
    // A space that does not break is no sign of a short text message: one of them halves how much fits into it.
    say(Language::Fr, key, values).replace(['\u{a0}', '\u{202f}'], " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn text(medium: Medium, privacy: Privacy, kind: Kind) -> String {
        told(
            medium,
            privacy,
            kind,
            Some("Julie Marchand"),
            date(2026, 12, 1).at(9, 0, 0, 0),
        )
        .text
    }

    #[test]
    fn a_reminder_says_who_when_and_how_and_how_to_stop() {
        assert_eq!(
            text(Medium::Sms, Privacy::Own, Kind::Office),
            "Rappel : rendez-vous avec Julie Marchand, mardi 1er décembre à 9 h, au bureau. Pour ne plus recevoir ces rappels, répondez STOP."
        );
        assert_eq!(
            text(Medium::Email, Privacy::Own, Kind::Phone),
            "Rappel : rendez-vous avec Julie Marchand, mardi 1er décembre à 9 h, par téléphone. Pour ne plus recevoir ces rappels, dites-le à la personne que vous rencontrez."
        );
        let half_past = told(
            Medium::Sms,
            Privacy::Own,
            Kind::Home,
            Some("Julie Marchand"),
            date(2026, 12, 13).at(14, 5, 0, 0),
        );
        assert!(
            half_past
                .text
                .starts_with("Rappel : rendez-vous avec Julie Marchand, dimanche 13 décembre à 14 h 05. ")
        );
    }

    #[test]
    fn on_a_shared_phone_a_reminder_names_neither_who_nor_where() {
        for kind in Kind::ALL {
            let told = text(Medium::Sms, Privacy::Shared, kind);
            assert_eq!(
                told,
                "Rappel : rendez-vous mardi 1er décembre à 9 h. Pour ne plus recevoir ces rappels, répondez STOP."
            );
        }
    }
}
