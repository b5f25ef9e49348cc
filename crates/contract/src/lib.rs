//! contract: see ARCHITECTURE.md.
