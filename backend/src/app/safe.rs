//! The keys of workers, as accounts need them: what is sealed for an account is forgotten with its worker.

use access::Permit;
use identity::{Coming, Fault, Safe};
use keyring::{Keyring, Place};
use sealed::{Compartment, Private, Sealed, Subject};
use std::sync::Arc;
use uuid::Uuid;
use zeroize::Zeroizing;

const KIND: &str = "account.second_factor";
const FIELD: &str = "secret";
/// Hers alone: no table of rights opens a draft to anybody else.
const COMPARTMENT: Compartment = Compartment::Draft;

/// Seals under the key of the worker.
pub(super) struct KeysOfWorkers(pub(super) Keyring);

impl Safe for KeysOfWorkers {
    fn seal<'a>(&'a self, worker: Uuid, place: Uuid, secret: &'a str) -> Coming<'a, Vec<u8>> {
        Box::pin(async move {
            let subject = Subject::Worker(worker);
            let keys = self.0.ensure([subject]).await.map_err(failed)?;
            let at = Place {
                event: place,
                stream: worker,
                kind: KIND,
                field: FIELD,
            };
            let sealed = keys.seal_value(subject, COMPARTMENT, at, &secret).map_err(failed)?;
            Ok(sealed.bytes)
        })
    }

    fn open<'a>(&'a self, worker: Uuid, place: Uuid, sealed: Vec<u8>) -> Coming<'a, Option<Zeroizing<String>>> {
        Box::pin(async move {
            let sealed: Private<String> = Private::Sealed(Sealed {
                subject: Subject::Worker(worker),
                compartment: COMPARTMENT,
                field: FIELD.to_owned(),
                event: place,
                stream: worker,
                kind: KIND.to_owned(),
                bytes: sealed,
            });
            let opened = self.0.open(&Permit::for_operation(), &sealed).await.map_err(failed)?;
            Ok(opened.value().map(Zeroizing::new))
        })
    }
}

fn failed(fault: keyring::Fault) -> Fault {
    Fault::Safe(Arc::new(fault))
}
