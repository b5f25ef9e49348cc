//! Journeys through the front door: the real app, a real PostgreSQL, named people, and nothing of our own replaced.
//!
//! One test program. Each file tells the stories of one capability; `house` starts the app and lends the people.

#![cfg(test)]

mod ahead;
mod api;
mod appointment;
mod backup;
mod bench;
mod browser;
mod contact;
mod course;
mod deadline;
mod document;
mod entrusting;
mod exceptional;
mod financial_aid;
mod guide;
mod house;
mod import;
mod journal;
mod keys;
mod live;
mod log;
mod meeting_course;
mod minutes_copy;
mod openid;
mod passkey;
mod password;
mod pieces;
mod plan;
mod policy;
mod process_log;
mod reminder;
mod rights;
mod screens;
mod second_factor;
mod session;
mod sharing;
mod signal;
mod states;
mod support_case;
mod team_meeting;
mod trame;
mod week;
mod witness;
mod workload;
