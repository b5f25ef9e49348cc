#!/usr/bin/env python3
"""Checks a log of Trame without any code of Trame, and with nothing but the standard library of Python.

  verify_log.py note NOTE --key KEY [--witness KEY]...   a checkpoint, and who cosigned it
  verify_log.py log ROWS --note NOTE --key KEY           a whole exported log against a checkpoint
  verify_log.py proofs                                   one claim a line on standard input, 1 or 0 a line as the answer
  verify_log.py self-test                                the vectors of RFC 6962 and RFC 8032

KEY is the line that `trame log key` prints, or that a witness says of herself. ROWS is what psql answers to
  copy (select position, id, kind, schema, stream, version, command, by,
    (extract(epoch from recorded_at) * 1000000)::bigint, (extract(epoch from occurred_at) * 1000000)::bigint,
    (extract(epoch from known_at) * 1000000)::bigint, encode(payload, 'hex'), encode(hash, 'hex')
    from event order by position) to stdout csv
A claim is one of (hashes, keys, messages and signatures in hexadecimal, indexes from 0)
  inclusion INDEX SIZE LEAF ROOT HASH...      consistency OLD NEW OLD_ROOT NEW_ROOT HASH...
  signature KEY MESSAGE SIGNATURE
Ends with 0 when all holds, with 1 and a sentence when not.
"""

import argparse, base64, csv, hashlib, sys, uuid

class Wrong(Exception):
    """Something does not hold; the sentence tells what."""

def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()

# The tree.
leaf_hash = lambda data: sha256(b"\0", data)
node_hash = lambda left, right: sha256(b"\1", left, right)

class Tree:
    """The root over leaves that come one by one: equal subtrees at the right edge are joined as they meet."""
    def __init__(self):
        self.size, self.edge = 0, []

    def add(self, data):
        height, value = 0, leaf_hash(data)
        while self.edge and self.edge[-1][0] == height:
            value, height = node_hash(self.edge.pop()[1], value), height + 1
        self.edge.append((height, value))
        self.size += 1

    def root(self):
        if not self.edge:
            return sha256(b"")
        value = self.edge[-1][1]
        for _, left in reversed(self.edge[:-1]):
            value = node_hash(left, value)
        return value

def root_from(index, size, value, proof):
    """The root that a leaf's hash and its proof lead to; None when the proof has another length (RFC 6962, 2.1.1)."""
    if size == 1:
        return value if not proof else None
    if not proof:
        return None
    split = 1 << ((size - 1).bit_length() - 1)
    beside, inner = proof[-1], proof[:-1]
    if index < split:
        left = root_from(index, split, value, inner)
        return left and node_hash(left, beside)
    right = root_from(index - split, size - split, value, inner)
    return right and node_hash(beside, right)

def included(index, size, data, root, proof):
    return 0 <= index < size and root_from(index, size, leaf_hash(data), proof) == root

def roots_from(old, new, known, is_known, proof):
    """The old and the new root that a proof of consistency leads to (RFC 6962, 2.1.2); None when it does not fit."""
    if old == new:
        if is_known:
            return (known, known) if not proof else None
        return (proof[0], proof[0]) if len(proof) == 1 else None
    if not proof:
        return None
    split = 1 << ((new - 1).bit_length() - 1)
    beside, inner = proof[-1], proof[:-1]
    if old <= split:
        roots = roots_from(old, split, known, is_known, inner)
        return roots and (roots[0], node_hash(roots[1], beside))
    roots = roots_from(old - split, new - split, known, False, inner)
    return roots and (node_hash(beside, roots[0]), node_hash(beside, roots[1]))

def consistent(old, new, old_root, new_root, proof):
    if old == 0:
        return not proof and old_root == sha256(b"") and (new > 0 or old_root == new_root)
    return old <= new and roots_from(old, new, old_root, True, proof) == (old_root, new_root)

# Ed25519 (RFC 8032), verification only: points are (X, Y, Z, T) with x = X/Z, y = Y/Z, xy = T/Z.
P, ORDER = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_ONE = pow(2, (P - 1) // 4, P)
NEUTRAL = (0, 1, 1, 0)

def added(a, b):
    e, f = (a[1] - a[0]) * (b[1] - b[0]) % P, (a[1] + a[0]) * (b[1] + b[0]) % P
    c, d = 2 * a[3] * b[3] * D % P, 2 * a[2] * b[2] % P
    e, f, g, h = f - e, d - c, d + c, f + e
    return (e * f % P, g * h % P, f * g % P, e * h % P)

def times(number, point):
    result = NEUTRAL
    while number:
        if number & 1:
            result = added(result, point)
        point, number = added(point, point), number >> 1
    return result

def decoded(data):
    y, sign = int.from_bytes(data, "little") & (2**255 - 1), data[31] >> 7
    if y >= P:
        return None
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P:
        x = x * ROOT_OF_MINUS_ONE % P
    if (x * x - square) % P or (x == 0 and sign):
        return None
    x = P - x if x & 1 != sign else x
    return (x, y, 1, x * y % P)

def encoded(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")

BASE = decoded((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))

def signed(key, message, signature):
    point = decoded(key) if len(key) == 32 and len(signature) == 64 else None
    number = int.from_bytes(signature[32:], "little")
    if point is None or number >= ORDER:
        return False
    digest = hashlib.sha512(signature[:32] + key + message).digest()
    minus = (P - point[0], point[1], 1, P - point[3])
    challenge = int.from_bytes(digest, "little") % ORDER
    return encoded(added(times(number, BASE), times(challenge, minus))) == signature[:32]

# Notes.
def key_of(line):
    """Name, kind, key and id of a public key in one line."""
    name, number, data = line.strip().split("+", 2)
    data = base64.b64decode(data, validate=True)
    if len(data) != 33 or key_id(name, data).hex() != number:
        raise Wrong(f"{line} is not a key")
    return name, data[0], data[1:], key_id(name, data)

def key_id(name, data):
    return sha256(name.encode(), b"\n", data)[:4]

def note_of(text):
    body, _, lines = text.rpartition("\n\n")
    if not lines.endswith("\n") or any(ord(each) < 32 and each != "\n" for each in text):
        raise Wrong("this is not a signed note")
    signatures = []
    for line in lines[:-1].split("\n"):
        dash, name, data = line.split(" ")
        data = base64.b64decode(data, validate=True)
        if dash != "\u2014":
            raise Wrong("this is not a signed note")
        signatures.append((name, data[:4], data[4:]))
    return body + "\n", signatures

def checkpoint_of(text, key):
    """Origin, size and root of a checkpoint that the log signed."""
    name, kind, public, number = key_of(key)
    body, signatures = note_of(text)
    mine = [data for who, which, data in signatures if (who, which) == (name, number)]
    if kind != 1 or not mine or not signed(public, body.encode(), mine[0]):
        raise Wrong("the log did not sign this checkpoint")
    origin, size, root = body[:-1].split("\n")
    root = base64.b64decode(root, validate=True)
    if origin != name or str(int(size)) != size or len(root) != 32:
        raise Wrong("this is not a checkpoint of this log")
    return origin, int(size), root

def cosigned_at(text, key):
    """When a witness signed, in seconds since 1970."""
    name, kind, public, number = key_of(key)
    body, signatures = note_of(text)
    for who, which, data in signatures:
        if kind == 4 and (who, which) == (name, number) and len(data) == 72:
            at = int.from_bytes(data[:8], "big")
            if signed(public, f"cosignature/v1\ntime {at}\n{body}".encode(), data[8:]):
                return at
    raise Wrong(f"{name} did not sign this checkpoint")

# The log: each event bears the hash of the one before and its own envelope, and that hash is a leaf of the tree.
def cbor(major, number):
    for size, extra in ((1, 24), (2, 25), (4, 26), (8, 27)):
        if number < 24:
            return bytes([major << 5 | number])
        if number < 256**size:
            return bytes([major << 5 | extra]) + number.to_bytes(size, "big")
    raise Wrong("a number is too large")

def envelope(row):
    integer = lambda text: cbor(0, int(text)) if int(text) >= 0 else cbor(1, -1 - int(text))
    octets = lambda data, major=2: cbor(major, len(data)) + data
    position, event, kind, schema, stream, version, command, by, recorded, occurred, known, payload = row
    identifier = lambda text: octets(uuid.UUID(text).bytes)
    return b"".join((
        cbor(4, 12), integer(position), identifier(event), octets(kind.encode(), 3), integer(schema),
        identifier(stream), integer(version), identifier(command), identifier(by), integer(recorded),
        integer(occurred), integer(known) if known else b"\xf6", octets(bytes.fromhex(payload)),
    ))  # fmt: skip

def check_log(rows, origin, size, root):
    tree, before, found = Tree(), bytes(32), size == 0
    for row in csv.reader(rows):
        before = sha256(before, envelope(row[:12]))
        if int(row[0]) != tree.size + 1 or before.hex() != row[12]:
            raise Wrong(f"the chain breaks at position {tree.size + 1}")
        tree.add(before)
        if tree.size == size:
            found = True
            if tree.root() != root:
                raise Wrong(f"the first {size} events are not those that {origin} signed")
    if not found:
        raise Wrong(f"{size} events were signed, {tree.size} are there")
    return tree.size

def claim_holds(line):
    kind, *words = line.split()
    if kind == "signature":
        return signed(*(bytes.fromhex(word) if word != "-" else b"" for word in words))
    first, second, *hashes = words
    one, other, *proof = [bytes.fromhex(each) if each != "-" else b"" for each in hashes]
    return {"inclusion": included, "consistency": consistent}[kind](int(first), int(second), one, other, proof)

ROOTS = """6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d
fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125
aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77
d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7
4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4
76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef
ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c
5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328""".split()
NODES = {
    "B": "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
    "CD": "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
    "E": "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b",
    "EF": "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
    "GH": "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
    "EFGH": "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    **{f"R{number}": root for number, root in enumerate(ROOTS, 1)},
}
VECTORS = [
    "inclusion 0 8 - R8 B CD EFGH", "inclusion 5 8 40414243 R8 E GH R4", "inclusion 2 3 10 R3 R2",
    "inclusion 1 5 00 R5 R1 CD E", "consistency 1 8 R1 R8 B CD EFGH", "consistency 6 8 R6 R8 EF GH R4",
    "consistency 2 5 R2 R5 CD E",
    "signature d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a - e5564300c360ac729086e2cc806e828a"
    "84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b",
]

def self_test():
    tree = Tree()
    leaves = "|00|10|2021|3031|40414243|5051525354555657|606162636465666768696a6b6c6d6e6f".split("|")
    for data, root in zip(leaves, ROOTS):
        tree.add(bytes.fromhex(data))
        if tree.root().hex() != root:
            raise Wrong(f"the root of {tree.size} leaves is another")
    for claim in (" ".join(NODES.get(word, word) for word in vector.split()) for vector in VECTORS):
        if not claim_holds(claim) or claim_holds(claim[:-1] + ("0" if claim[-1] != "0" else "1")):
            raise Wrong(f"a vector does not hold: {claim}")
    return len(ROOTS) + len(VECTORS)

def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=["note", "log", "proofs", "self-test"])
    parser.add_argument("file", nargs="?", help="the note, or the rows of the log")
    parser.add_argument("--note", help="the checkpoint to hold the log against")
    parser.add_argument("--key", help="the public key of the log")
    parser.add_argument("--witness", action="append", default=[], help="the public key of a witness")
    asked = parser.parse_args()
    if asked.task == "proofs":
        sys.stdout.writelines("1\n" if claim_holds(line) else "0\n" for line in sys.stdin)
    elif asked.task == "self-test":
        print(f"{self_test()} vectors hold")
    else:
        with open(asked.note or asked.file, encoding="utf-8", newline="") as file:
            note = file.read()
        origin, size, root = checkpoint_of(note, asked.key)
        for witness in asked.witness:
            print(f"signed by {key_of(witness)[0]} at {cosigned_at(note, witness)}")
        if asked.task == "log":
            with open(asked.file, encoding="utf-8", newline="") as rows:
                print(f"{check_log(rows, origin, size, root)} events; the first {size} are those that were signed")
        else:
            print(f"{origin}: {size} events")

if __name__ == "__main__":
    csv.field_size_limit(2**31 - 1)
    try:
        main()
    except (Wrong, ValueError) as wrong:
        sys.exit(f"verify_log.py: {wrong}")
