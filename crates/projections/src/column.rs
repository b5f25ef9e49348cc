//! How values lie in columns: sealed values as the bytes of their sealed form, closed lists as their codes, and what no
//! column could hold as the nearest that one can. A fact is kept for ever: nothing in it may stop a view.

use crate::Fault;
use domain::words::{Day, ServiceId, WorkerId};
use jiff::Timestamp;
use jiff::civil::{Date, date};
use postgres_types::{FromSql, IsNull, ToSql, Type, private::BytesMut, to_sql_checked};
use sealed::{Private, Sealed};
use serde::Serialize;
use serde::de::{DeserializeOwned, IntoDeserializer, value};
use std::error::Error;
use uuid::Uuid;

/// A sealed value in a `bytea` column. It goes in and comes out unopened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SealedColumn(pub Sealed);

impl SealedColumn {
    /// The column of a value that came out of the log.
    ///
    /// # Errors
    /// When the value is in clear, which no view may store.
    pub fn of<T>(value: &Private<T>) -> Result<Self, Fault> {
        value.sealed().cloned().map(Self).ok_or(Fault::Unsealed)
    }

    /// The value as the log holds it.
    #[must_use]
    pub fn private<T>(self) -> Private<T> {
        Private::Sealed(self.0)
    }
}

impl ToSql for SealedColumn {
    fn to_sql(&self, ty: &Type, out: &mut BytesMut) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        let mut bytes = Vec::with_capacity(256);
        ciborium::into_writer(&self.0, &mut bytes)?;
        bytes.as_slice().to_sql(ty, out)
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::BYTEA
    }

    to_sql_checked!();
}

impl<'a> FromSql<'a> for SealedColumn {
    fn from_sql(ty: &Type, raw: &'a [u8]) -> Result<Self, Box<dyn Error + Sync + Send>> {
        Ok(Self(ciborium::from_reader(<&[u8]>::from_sql(ty, raw)?)?))
    }

    fn accepts(ty: &Type) -> bool {
        *ty == Type::BYTEA
    }
}

/// The code of a value of a closed list, as the log and the contract spell it.
pub(crate) fn code<T: Serialize>(value: &T) -> Result<String, Fault> {
    match serde_json::to_value(value) {
        Ok(serde_json::Value::String(code)) => Ok(code),
        Ok(_) | Err(_) => Err(Fault::Unreadable("a value of a closed list has no code")),
    }
}

/// The value of a closed list that has this code.
pub(crate) fn from_code<T: DeserializeOwned>(code: &str) -> Result<T, Fault> {
    let read: Result<T, value::Error> = T::deserialize(code.into_deserializer());
    read.ok()
        .ok_or(Fault::Unreadable("a code that this program does not know"))
}

/// The codes of values of a closed list.
pub(crate) fn codes<'a, T: Serialize + 'a>(values: impl IntoIterator<Item = &'a T>) -> Result<Vec<String>, Fault> {
    values.into_iter().map(code).collect()
}

/// Professionals as an array holds them.
pub(crate) fn workers<'a>(workers: impl IntoIterator<Item = &'a WorkerId>) -> Vec<Uuid> {
    workers.into_iter().map(|worker| worker.0).collect()
}

/// Services as an array holds them.
pub(crate) fn services<'a>(services: impl IntoIterator<Item = &'a ServiceId>) -> Vec<Uuid> {
    services.into_iter().map(|service| service.0).collect()
}

/// A public text in clear, without the one sign that no text column holds.
pub(crate) fn clear(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// The first day of a column. The database knows no year before 4713 BC, and questions move days from zone to zone.
const FIRST_DAY: Date = date(1, 1, 1);
/// The first instant of a column, whose day exists in every zone.
const FIRST_INSTANT: Timestamp = Timestamp::constant(-62_135_510_400, 0);

/// A day; one before the columns begin lies at their beginning.
pub(crate) fn day(day: Day) -> Date {
    day.0.max(FIRST_DAY)
}

/// An instant; one before the columns begin lies at their beginning.
pub(crate) fn instant(at: Timestamp) -> Timestamp {
    at.max(FIRST_INSTANT)
}

/// A position as the database keeps it.
pub(crate) fn stored(position: u64) -> i64 {
    position.cast_signed()
}

/// A position out of the database.
pub(crate) fn position(stored: i64) -> u64 {
    stored.cast_unsigned()
}

/// A count out of the database.
pub(crate) fn count(stored: i64) -> u32 {
    u32::try_from(stored).unwrap_or(if stored < 0 { 0 } else { u32::MAX })
}

#[cfg(test)]
mod tests {
    use super::{FIRST_INSTANT, clear, day, instant};
    use domain::words::Day;
    use jiff::Timestamp;
    use jiff::civil::{Date, date};

    #[test]
    fn what_no_column_holds_becomes_the_nearest_that_one_can() {
        assert_eq!(day(Day(Date::MIN)), date(1, 1, 1));
        assert_eq!(day(Day(date(2026, 11, 19))), date(2026, 11, 19));
        assert_eq!(instant(Timestamp::MIN), FIRST_INSTANT);
        assert_eq!(FIRST_INSTANT.to_string(), "0001-01-02T00:00:00Z");
        assert_eq!(clear("Val\0de-Lys"), "Val\u{fffd}de-Lys");
    }
}
