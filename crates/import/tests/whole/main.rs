//! Records brought in through the whole log: twice, cut in the middle, interleaved, and broken in every way that was met.

mod carnet_de_bord;
mod event_log;
mod ground;
mod xes;
