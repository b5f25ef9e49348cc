//! The primitives of memory that is shared: those of the standard library, or those of shuttle, which tries out one order
//! after the other in which threads may run (P6).

#[cfg(feature = "shuttle")]
pub(crate) use shuttle::sync::Mutex;
#[cfg(not(feature = "shuttle"))]
pub(crate) use std::sync::Mutex;
pub(crate) use std::sync::{Arc, PoisonError};
