//! Small pieces of every screen: no network, no word of the field in their names.

pub(crate) mod button;
pub(crate) mod curve;
pub(crate) mod days;
pub(crate) mod dialog;
pub(crate) mod field;
pub(crate) mod fold;
pub(crate) mod icon;
pub(crate) mod scale;
pub(crate) mod states;
pub(crate) mod toast;
pub(crate) mod weave;
