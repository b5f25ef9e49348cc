//! Paper or night: chosen on this device, else as the device has it.

use crate::browser;
use leptos::prelude::*;

const KEPT_AS: &str = "trame.theme";

/// A light.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Light {
    /// As the device has it.
    Device,
    /// Light paper.
    Paper,
    /// Dark.
    Night,
}

impl Light {
    fn code(self) -> &'static str {
        match self {
            Self::Device => "",
            Self::Paper => "light",
            Self::Night => "dark",
        }
    }

    /// The key of its name.
    pub(crate) fn key(self) -> &'static str {
        match self {
            Self::Device => "theme-device",
            Self::Paper => "theme-paper",
            Self::Night => "theme-night",
        }
    }
}

/// The light chosen.
#[derive(Clone, Copy)]
pub(crate) struct Theme(RwSignal<Light>);

impl Theme {
    /// The light kept on this device.
    pub(crate) fn at_start() -> Self {
        let light = match browser::kept(KEPT_AS).as_deref() {
            Some("light") => Light::Paper,
            Some("dark") => Light::Night,
            Some(_) | None => Light::Device,
        };
        show(light);
        Self(RwSignal::new(light))
    }

    /// The light now.
    pub(crate) fn now(self) -> Light {
        self.0.get()
    }

    /// Chooses a light.
    pub(crate) fn choose(self, light: Light) {
        browser::keep(KEPT_AS, light.code());
        show(light);
        self.0.set(light);
    }
}

fn show(light: Light) {
    match light {
        Light::Device => browser::without_root_attribute("data-theme"),
        Light::Paper | Light::Night => browser::root_attribute("data-theme", light.code()),
    }
}
