//! Instants and days as records write them, in the forms seen in the field; what is no date is refused, never guessed.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, fmt::temporal::DateTimeParser};

/// The years a record of accompaniment can be about.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2199;

/// Why a text is no date, in French.
pub(crate) type Reason = &'static str;

const NOT_A_DATE: Reason =
    "ce n’est pas une date lisible (attendu par exemple 2024-03-31T09:30:00+02:00 ou 31/03/2024)";
const ABSURD: Reason = "l’année est hors de 1900–2199";

static PARSER: DateTimeParser = DateTimeParser::new();

/// An instant; a text that tells no zone is read in `zone`, a day alone at its first instant.
pub(crate) fn instant(text: &str, zone: &TimeZone) -> Result<Timestamp, Reason> {
    let text = text.trim();
    if let Ok(at) = PARSER.parse_timestamp(text) {
        return plausible(at.to_zoned(TimeZone::UTC).date()).map(|_date| at);
    }
    let local = local(text).ok_or(NOT_A_DATE)?;
    plausible(local.date())?;
    zone.to_timestamp(local).or(Err(NOT_A_DATE))
}

/// A day of the calendar, with or without a time behind it.
pub(crate) fn day(text: &str) -> Result<Date, Reason> {
    plausible(local(text.trim()).ok_or(NOT_A_DATE)?.date())
}

fn plausible(date: Date) -> Result<Date, Reason> {
    if YEARS.contains(&date.year()) {
        Ok(date)
    } else {
        Err(ABSURD)
    }
}

fn local(text: &str) -> Option<DateTime> {
    if let Ok(local) = PARSER.parse_datetime(text) {
        return Some(local);
    }
    let (day, time) = text.split_once([' ', 'T']).unwrap_or((text, "00:00"));
    let date = french(day)?;
    let time = PARSER.parse_time(time.trim()).ok()?;
    Some(date.to_datetime(time))
}

/// Day, month and year in this order, between slashes, dashes or dots.
fn french(text: &str) -> Option<Date> {
    let separator = text.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = text.split(separator);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let digits = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    if parts.next().is_some() || !digits(day, 2) || !digits(month, 2) || year.len() != 4 || !digits(year, 4) {
        return None;
    }
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paris() -> TimeZone {
        TimeZone::fixed(jiff::tz::offset(2))
    }

    #[test]
    fn an_offset_in_the_text_wins_over_the_assumed_zone() {
        for text in [
            "2011-10-11 13:45:40.276000+02:00",
            "2011-10-11T11:45:40.276Z",
            "2011-10-11T13:45:40.276+02:00",
        ] {
            let at = instant(text, &TimeZone::UTC).unwrap();
            assert_eq!(at.to_string(), "2011-10-11T11:45:40.276Z", "{text}");
        }
    }

    #[test]
    fn a_text_without_zone_is_read_in_the_assumed_one() {
        for text in [
            "2024-05-01 10:00:00",
            "2024-05-01T10:00",
            "01/05/2024 10:00",
            "1-5-2024 10:00:00",
        ] {
            assert_eq!(
                instant(text, &paris()).unwrap().to_string(),
                "2024-05-01T08:00:00Z",
                "{text}"
            );
        }
        assert_eq!(
            instant("2024-05-01", &paris()).unwrap().to_string(),
            "2024-04-30T22:00:00Z"
        );
    }

    #[test]
    fn absurd_dates_are_refused() {
        for text in [
            "20211-01-01T00:00:00Z",
            "0000-00-00",
            "2011-02-31",
            "2011-02-31T10:00:00Z",
            "31/02/2011",
            "0001-01-01",
            "1997-13-01",
            "19970-04-22",
            "hier",
            "",
            "2011-01-01T25:00:00Z",
            "99999999999999",
            "9999-01-01",
        ] {
            assert!(instant(text, &TimeZone::UTC).is_err(), "{text}");
        }
    }

    #[test]
    fn days_are_read_in_every_french_form() {
        for text in [
            "25/05/1998",
            "25-05-1998",
            "1998-05-25",
            "25.05.1998",
            "1998-05-25T00:00:00",
        ] {
            assert_eq!(day(text).unwrap(), jiff::civil::date(1998, 5, 25), "{text}");
        }
        assert!(day("19970-04-22").is_err());
    }
}
