//! Personal content: what it is about, which compartment it lies in, and whether it is still sealed.
//!
//! No keys and no input or output here: a value is sealed on its way into the log and opened by the keyring for a permit.
//! Nothing in this crate ever prints a value.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use uuid::Uuid;

/// The compartments of the field's access matrix, C0 to C12.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Compartment {
    /// C0: who acts, and the next dates.
    Coordination,
    /// C1: identity and how to reach the person.
    Identity,
    /// C2: household and kin.
    Household,
    /// C3: rights and budget.
    Budget,
    /// C4: housing.
    Housing,
    /// C5: work and training.
    Work,
    /// C6: social notes and assessment.
    Social,
    /// C7: child protection.
    ChildProtection,
    /// C8: health.
    Health,
    /// C9: judicial and penal matters.
    Judicial,
    /// C10: violence and protected addresses.
    Protected,
    /// C11: a worker's own drafts.
    Draft,
    /// C12: activity without content.
    Activity,
}

impl Compartment {
    /// All of them, in order.
    pub const ALL: [Self; 13] = [
        Self::Coordination,
        Self::Identity,
        Self::Household,
        Self::Budget,
        Self::Housing,
        Self::Work,
        Self::Social,
        Self::ChildProtection,
        Self::Health,
        Self::Judicial,
        Self::Protected,
        Self::Draft,
        Self::Activity,
    ];

    /// The number the access matrix gives it, 0 to 12.
    #[must_use]
    pub fn number(self) -> u8 {
        Self::ALL
            .iter()
            .zip(0..)
            .find_map(|(each, number)| (*each == self).then_some(number))
            .unwrap_or(12)
    }
}

/// Whose key seals a value. Destroying that key forgets the value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A person accompanied, or a member of her family.
    Person(Uuid),
    /// A professional.
    Worker(Uuid),
    /// A support case that knows no person by name, as in an imported log.
    SupportCase(Uuid),
    /// A text about several people, with a key of its own so that one can be forgotten without the others.
    Text(Uuid),
}

impl Subject {
    /// The key to use for a text about these people: her own when there is one, else a key of the text's own.
    #[must_use]
    pub fn of_text(text: Uuid, about: &[Uuid]) -> Self {
        match about {
            [one] => Self::Person(*one),
            [] | [_, ..] => Self::Text(text),
        }
    }

    /// The identifier, whatever the kind.
    #[must_use]
    pub fn id(self) -> Uuid {
        match self {
            Self::Person(id) | Self::Worker(id) | Self::SupportCase(id) | Self::Text(id) => id,
        }
    }
}

/// A sealed value as it is stored: unreadable without the key of its subject.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sealed {
    /// Whose key seals it.
    #[serde(rename = "s")]
    pub subject: Subject,
    /// The compartment it lies in.
    #[serde(rename = "c")]
    pub compartment: Compartment,
    /// Where in its event it stands, for example `note.text`; bound to the ciphertext.
    #[serde(rename = "f")]
    pub field: String,
    /// The event it was sealed for; bound to the ciphertext.
    #[serde(rename = "e")]
    pub event: Uuid,
    /// The stream of that event; bound to the ciphertext.
    #[serde(rename = "t")]
    pub stream: Uuid,
    /// The stored type name of that event, for example `contact.noted`; bound to the ciphertext.
    #[serde(rename = "k")]
    pub kind: String,
    /// Suite, nonce and ciphertext.
    #[serde(rename = "b", with = "bytes")]
    pub bytes: Vec<u8>,
}

impl fmt::Debug for Sealed {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Sealed({:?}, {:?})", self.subject, self.compartment)
    }
}

/// A personal value: in clear on its way into the log, sealed ever after.
#[derive(Clone, PartialEq, Eq)]
pub enum Private<T> {
    /// As it was said, not yet stored.
    Clear {
        /// Whose key will seal it.
        subject: Subject,
        /// The compartment it lies in.
        compartment: Compartment,
        /// The value.
        value: T,
    },
    /// As the log holds it.
    Sealed(Sealed),
}

impl<T> Private<T> {
    /// A value about one person.
    pub fn person(person: Uuid, compartment: Compartment, value: T) -> Self {
        Self::new(Subject::Person(person), compartment, value)
    }

    /// A value under the key of this subject.
    pub fn new(subject: Subject, compartment: Compartment, value: T) -> Self {
        Self::Clear {
            subject,
            compartment,
            value,
        }
    }

    /// The compartment it lies in, known whether sealed or not.
    pub fn compartment(&self) -> Compartment {
        match self {
            Self::Clear { compartment, .. } => *compartment,
            Self::Sealed(sealed) => sealed.compartment,
        }
    }

    /// Whose key seals it.
    pub fn subject(&self) -> Subject {
        match self {
            Self::Clear { subject, .. } => *subject,
            Self::Sealed(sealed) => sealed.subject,
        }
    }

    /// The value while it is still in clear: for the rules that must look at a wish, such as "not empty".
    pub fn clear(&self) -> Option<&T> {
        match self {
            Self::Clear { value, .. } => Some(value),
            Self::Sealed(_) => None,
        }
    }

    /// The sealed form, when it has come out of the log.
    pub fn sealed(&self) -> Option<&Sealed> {
        match self {
            Self::Clear { .. } => None,
            Self::Sealed(sealed) => Some(sealed),
        }
    }
}

impl<T> fmt::Debug for Private<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Private({:?}, {:?})", self.subject(), self.compartment())
    }
}

/// The map key under which a clear value travels to the codec, which must replace it before anything is stored.
pub const CLEAR: &str = "$clear";
/// The map key of a sealed value.
pub const SEALED: &str = "$sealed";

#[derive(Serialize, Deserialize)]
struct ClearForm<T> {
    subject: Subject,
    compartment: Compartment,
    value: T,
}

#[derive(Serialize, Deserialize)]
enum Form<T> {
    #[serde(rename = "$clear")]
    Clear(ClearForm<T>),
    #[serde(rename = "$sealed")]
    Sealed(Sealed),
}

impl<T: Serialize> Serialize for Private<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Clear {
                subject,
                compartment,
                value,
            } => Form::Clear(ClearForm {
                subject: *subject,
                compartment: *compartment,
                value,
            })
            .serialize(serializer),
            Self::Sealed(sealed) => Form::<&T>::Sealed(sealed.clone()).serialize(serializer),
        }
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Private<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(match Form::deserialize(deserializer)? {
            Form::Clear(ClearForm {
                subject,
                compartment,
                value,
            }) => Self::Clear {
                subject,
                compartment,
                value,
            },
            Form::Sealed(sealed) => Self::Sealed(sealed),
        })
    }
}

/// A personal value in clear between the server and a reader who may see it: travels as itself, prints nothing.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(transparent)]
pub struct Plain<T>(pub T);

impl<T> fmt::Debug for Plain<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Plain")
    }
}

mod bytes {
    //! Byte strings as CBOR byte strings, not lists of numbers.
    use serde::{Deserializer, Serializer, de};
    use std::fmt;

    pub(super) fn serialize<S: Serializer>(bytes: &[u8], serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_bytes(bytes)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u8>, D::Error> {
        struct Bytes;
        impl<'de> de::Visitor<'de> for Bytes {
            type Value = Vec<u8>;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a byte string")
            }
            fn visit_bytes<E: de::Error>(self, v: &[u8]) -> Result<Self::Value, E> {
                Ok(v.to_vec())
            }
            fn visit_byte_buf<E: de::Error>(self, v: Vec<u8>) -> Result<Self::Value, E> {
                Ok(v)
            }
            fn visit_seq<A: de::SeqAccess<'de>>(self, mut seq: A) -> Result<Self::Value, A::Error> {
                let mut bytes = Vec::new();
                while let Some(byte) = seq.next_element()? {
                    bytes.push(byte);
                }
                Ok(bytes)
            }
        }
        deserializer.deserialize_byte_buf(Bytes)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_personal_is_ever_printed() {
        let name = Private::person(Uuid::nil(), Compartment::Identity, "Claire Besnard".to_owned());
        assert!(!format!("{name:?}").contains("Claire"));
        assert!(!format!("{:?}", Plain("Claire Besnard")).contains("Claire"));
    }

    #[test]
    fn compartments_carry_their_matrix_number() {
        assert_eq!(Compartment::Coordination.number(), 0);
        assert_eq!(Compartment::Health.number(), 8);
        assert_eq!(Compartment::Activity.number(), 12);
    }

    #[test]
    fn a_text_about_several_people_has_a_key_of_its_own() {
        let (text, one, two) = (Uuid::from_u128(1), Uuid::from_u128(2), Uuid::from_u128(3));
        assert_eq!(Subject::of_text(text, &[one]), Subject::Person(one));
        assert_eq!(Subject::of_text(text, &[one, two]), Subject::Text(text));
    }
}
