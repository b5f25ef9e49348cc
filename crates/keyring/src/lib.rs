//! keyring: see ARCHITECTURE.md.
