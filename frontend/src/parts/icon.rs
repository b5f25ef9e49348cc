//! The icons, all from Phosphor in its bold weight: a shape that always stands beside its word.
//!
//! Only the weight in use is named, so that the others are left out of what is sent to the browser.

use leptos::prelude::*;
use phosphor_leptos as phosphor;
use phosphor_leptos::IconWeight::Bold;

macro_rules! shapes {
    ($($(#[$doc:meta])* $name:ident => $path:ident),+ $(,)?) => {
        /// A shape of the set.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub(crate) enum Shape {
            $($(#[$doc])* $name,)+
        }

        impl Shape {
            fn path(self) -> &'static str {
                match self {
                    $(Self::$name => phosphor::$path.get(Bold),)+
                }
            }
        }
    };
}

shapes! {
    House => HOUSE_LINE,
    Coins => COINS,
    Files => FILES,
    Briefcase => BRIEFCASE,
    Book => BOOK_OPEN_TEXT,
    Heartbeat => HEARTBEAT,
    Lotus => FLOWER_LOTUS,
    Family => USERS_THREE,
    Backpack => BACKPACK,
    Handshake => HANDSHAKE,
    Bus => BUS,
    Phone => DEVICE_MOBILE,
    Basket => BASKET,
    Shield => SHIELD_CHECK,
    Locked => LOCK_SIMPLE,
    Unlocked => LOCK_SIMPLE_OPEN,
    Person => USER_CIRCLE,
    Search => MAGNIFYING_GLASS,
    Closer => MAGNIFYING_GLASS_PLUS,
    Farther => MAGNIFYING_GLASS_MINUS,
    Filter => FUNNEL,
    Table => FILE_TEXT,
    Thread => PATH,
    Write => NOTE_PENCIL,
    Words => CHATS,
    Tick => CHECK,
    Done => CHECK_CIRCLE,
    Cross => X,
    Plus => PLUS,
    Warning => WARNING_CIRCLE,
    Clock => CLOCK,
    Calendar => CALENDAR_BLANK,
    Caller => PHONE,
    Screen => PROJECTOR_SCREEN,
    Hidden => EYE_SLASH,
    Cloud => CLOUD_SLASH,
    Leave => SIGN_OUT,
    Language => TRANSLATE,
    Hourglass => HOURGLASS_MEDIUM,
    Missed => X_CIRCLE,
    Letter => ENVELOPE_SIMPLE,
    Desk => USER,
    Door => DOOR_OPEN,
}

/// An icon, hidden from readers of the page: its word stands beside it.
pub(crate) fn icon(shape: Shape) -> impl IntoView {
    view! { <svg class="icon" viewBox="0 0 256 256" aria-hidden="true" inner_html=shape.path()></svg> }
}

/// A smaller icon, in a line of text.
pub(crate) fn small_icon(shape: Shape) -> impl IntoView {
    view! { <svg class="icon small" viewBox="0 0 256 256" aria-hidden="true" inner_html=shape.path()></svg> }
}

/// An icon inside a drawing, its upper left corner at a point.
pub(crate) fn icon_at(shape: Shape, x: f64, y: f64, side: f64) -> impl IntoView {
    view! {
        <svg x=x y=y width=side height=side viewBox="0 0 256 256" class="icon" aria-hidden="true" inner_html=shape.path()></svg>
    }
}
