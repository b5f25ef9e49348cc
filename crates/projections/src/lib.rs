//! projections: see ARCHITECTURE.md.
