//! The samples of organisation.

use crate::sample::{id, samples};
use domain::organisation::{Event, Kind, Post};
use domain::words::{Profession, Role};

samples! {
    "registered", Event::Registered { .. } => |_| Event::Registered {
        name: "Département".to_owned(),
        kind: Kind::Department,
    };
    "service_opened", Event::ServiceOpened { .. } => |_| Event::ServiceOpened {
        service: id(0xb1),
        name: "Service social nord".to_owned(),
    };
    "team_formed", Event::TeamFormed { .. } => |_| Event::TeamFormed {
        team: id(0xb2),
        service: id(0xb1),
        name: "Équipe A".to_owned(),
    };
    "worker_joined", Event::WorkerJoined { .. } => |here| Event::WorkerJoined {
        post: Post {
            worker: id(0xa1),
            name: here.of_worker("post.name"),
            identifier: here.of_worker("post.identifier"),
            service: id(0xb1),
            team: Some(id(0xb2)),
            profession: Profession::SocialWorker,
            role: Role::Worker,
            bound_by_secrecy: true,
            working_time: 80,
        },
    };
    "worker_left", Event::WorkerLeft { .. } => |_| Event::WorkerLeft { worker: id(0xa1) };
}
