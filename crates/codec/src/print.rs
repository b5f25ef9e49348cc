//! A stored event as JSON, to look at: what is sealed says so and nothing more.

use crate::sealing::TAG;
use ciborium::Value;
use event_store::Stored;
use serde_json::{Map, Value as Json, json};
use uuid::Uuid;

/// The event with its envelope; sealed values read "sealed".
#[must_use]
pub fn print(stored: &Stored) -> Json {
    let body =
        ciborium::from_reader(stored.payload.as_slice()).map_or_else(|_| json!("unreadable"), |body| show(&body));
    json!({
        "position": stored.position,
        "id": stored.id,
        "type": stored.kind,
        "schema": stored.schema,
        "stream": stored.stream,
        "version": stored.version,
        "command": stored.command,
        "by": stored.by,
        "recorded_at": stored.recorded_at.to_string(),
        "occurred_at": stored.occurred_at.to_string(),
        "known_at": stored.known_at.map(|at| at.to_string()),
        "body": body,
    })
}

fn show(value: &Value) -> Json {
    match value {
        Value::Integer(number) => {
            i64::try_from(*number).map_or_else(|_| json!(i128::from(*number).to_string()), Json::from)
        }
        Value::Bytes(bytes) => json!(id_or_hex(bytes)),
        Value::Float(number) => json!(number),
        Value::Text(text) => json!(text),
        Value::Bool(truth) => json!(truth),
        Value::Null => Json::Null,
        Value::Tag(TAG, _) => json!("sealed"),
        Value::Tag(_, inner) => show(inner),
        Value::Array(items) => Json::Array(items.iter().map(show).collect()),
        Value::Map(entries) => Json::Object(entries.iter().map(entry).collect::<Map<_, _>>()),
        _ => json!("unknown"),
    }
}

fn entry((key, value): &(Value, Value)) -> (String, Json) {
    let name = match show(key) {
        Json::String(text) => text,
        other @ (Json::Null | Json::Bool(_) | Json::Number(_) | Json::Array(_) | Json::Object(_)) => other.to_string(),
    };
    (name, show(value))
}

fn id_or_hex(bytes: &[u8]) -> String {
    Uuid::from_slice(bytes).map_or_else(
        |_| bytes.iter().map(|byte| format!("{byte:02x}")).collect(),
        |id| id.to_string(),
    )
}
