//! xtask: see ARCHITECTURE.md.
