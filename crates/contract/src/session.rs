//! Signing in and out, and who one is.

use crate::{Plain, ServiceRef};
use domain::words::{Day, Profession, Role, WorkerId};
use jiff::Timestamp;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// Asks for a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SignIn {
    /// The login.
    pub login: Plain<String>,
    /// The password.
    pub password: Plain<String>,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct Me {
    /// Who.
    pub worker: WorkerId,
    /// Her name.
    pub name: Plain<String>,
    /// Her role.
    pub role: Role,
    /// Her profession.
    pub profession: Profession,
    /// Her service.
    pub service: ServiceRef,
    /// Whether she may see the load of her team.
    pub sees_load: bool,
    /// Whether she works on cases.
    pub works_on_cases: bool,
    /// Whether she may open a case.
    #[serde(default)]
    pub opens_cases: bool,
    /// Whether something of a case may be shared with her: then her list holds such cases.
    #[serde(default)]
    pub receives_shares: bool,
    /// Whether she may ask who follows somebody.
    pub finds_referents: bool,
    /// Whether she is told of cases that were opened with a reason.
    pub told_of_accesses: bool,
    /// Whether she may ask who looked at a case.
    #[serde(default)]
    pub reads_journal: bool,
    /// Whether these are invented people: the screen says so.
    pub demonstration: bool,
    /// Today in the territory's zone; the invented day of a demonstration.
    pub today: Day,
    /// The territory's time zone, such as `Europe/Paris`.
    pub zone: String,
}

/// The open sessions of who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionList {
    /// The one from which she asks first, then those used last.
    pub sessions: Vec<SessionLine>,
}

/// One of them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
pub struct SessionLine {
    /// Its name: it opens nothing.
    pub session: Uuid,
    /// Whether it is the one from which she asks.
    pub this: bool,
    /// The browser, as it called itself.
    pub browser: Browser,
    /// The system, as the browser called it.
    pub system: System,
    /// When she signed in.
    pub opened_at: Timestamp,
    /// When it was used last, to the minute.
    pub seen_at: Timestamp,
    /// When it ends at the latest.
    pub ends_at: Timestamp,
}

macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident { $($(#[$about:meta])* $variant:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
        #[serde(rename_all = "snake_case")]
        pub enum $name {
            $($(#[$about])* #[serde(rename = $code)] $variant),+
        }

        impl $name {
            /// All of them.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Its code.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code),+
                }
            }

            /// The one of a code; another one when it is unknown.
            #[must_use]
            pub fn of_code(code: &str) -> Self {
                Self::ALL.iter().copied().find(|each| each.code() == code).unwrap_or(Self::Other)
            }
        }
    };
}

closed_list! {
    /// The browsers that people use.
    Browser {
        /// Firefox.
        Firefox = "firefox",
        /// Edge.
        Edge = "edge",
        /// Chrome and Chromium.
        Chrome = "chrome",
        /// Safari.
        Safari = "safari",
        /// Another one, or none.
        Other = "other",
    }
}

closed_list! {
    /// The systems that people use.
    System {
        /// Windows.
        Windows = "windows",
        /// Android.
        Android = "android",
        /// iPhone and iPad.
        Ios = "ios",
        /// macOS.
        Macos = "macos",
        /// Linux.
        Linux = "linux",
        /// Another one.
        Other = "other",
    }
}

/// The browser and the system of a `User-Agent`, which names its ancestors too: the most particular one is believed. An
/// iPad may call itself a Mac; only its owner is told, and knows.
#[must_use]
pub fn device(user_agent: &str) -> (Browser, System) {
    let told = |name: &str| user_agent.contains(name);
    let browser = match () {
        () if told("Firefox/") || told("FxiOS/") => Browser::Firefox,
        () if told("Edg/") || told("EdgA/") || told("EdgiOS/") => Browser::Edge,
        () if told("Chrome/") || told("CriOS/") || told("Chromium/") => Browser::Chrome,
        () if told("Safari/") => Browser::Safari,
        () => Browser::Other,
    };
    let system = match () {
        () if told("Windows") => System::Windows,
        () if told("Android") => System::Android,
        () if told("iPhone") || told("iPad") => System::Ios,
        () if told("Mac OS X") => System::Macos,
        () if told("Linux") => System::Linux,
        () => System::Other,
    };
    (browser, system)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_known_by_the_most_particular_of_its_names() {
        let linux =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 Safari/537.36";
        assert_eq!(device(linux), (Browser::Chrome, System::Linux));
        let edge = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/156.0.0.0 \
                    Safari/537.36 Edg/156.0.0.0";
        assert_eq!(device(edge), (Browser::Edge, System::Windows));
        let phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) \
                     Version/18.0 Mobile/15E148 Safari/604.1";
        assert_eq!(device(phone), (Browser::Safari, System::Ios));
        let android = "Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0";
        assert_eq!(device(android), (Browser::Firefox, System::Android));
        assert_eq!(device("curl/8"), (Browser::Other, System::Other));
    }

    #[test]
    fn codes_are_read_as_they_were_written() {
        for browser in Browser::ALL {
            assert_eq!(Browser::of_code(browser.code()), *browser);
            assert_eq!(serde_json::to_value(browser).unwrap(), browser.code());
        }
        for system in System::ALL {
            assert_eq!(System::of_code(system.code()), *system);
        }
        assert_eq!(System::of_code("amiga"), System::Other);
    }
}
