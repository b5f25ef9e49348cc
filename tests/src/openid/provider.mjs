// A provider of identities that lies as it is asked to: the code that it gives out names the lie.
import http from 'node:http';
import crypto from 'node:crypto';

const [port, back, siret] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const base64 = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

const pair = (kid) => {
  const { publicKey, privateKey } = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid, privateKey, shown: { ...publicKey.export({ format: 'jwk' }), kid, use: 'sig' } };
};
const keys = [pair('first')];
const strange = pair('first');

const signed = (claims, key = keys[0], alg = 'RS256') => {
  const input = `${base64({ alg, kid: key?.kid })}.${base64(claims)}`;
  const signature = {
    RS256: () => crypto.sign('sha256', input, key.privateKey),
    PS256: () => crypto.sign('sha256', input, {
      key: key.privateKey, padding: crypto.constants.RSA_PKCS1_PSS_PADDING, saltLength: 32,
    }),
    HS256: () => crypto.createHmac('sha256', 'le secret de ce client').update(input).digest(),
    none: () => Buffer.alloc(0),
  }[alg]();
  return `${input}.${signature.toString('base64url')}`;
};

const idToken = (lie, nonce) => {
  const now = Math.floor(Date.now() / 1000);
  const claims = { iss: issuer, aud: 'trame', sub: 'sub-julie', nonce, iat: now, exp: now + 300, amr: ['pwd'] };
  switch (lie) {
    case 'nonce': return signed({ ...claims, nonce: 'de quelqu’un d’autre' });
    case 'no-nonce': return signed({ ...claims, nonce: undefined });
    case 'audience': return signed({ ...claims, aud: 'un autre' });
    case 'two-audiences': return signed({ ...claims, aud: ['trame', 'un autre'] });
    case 'issuer': return signed({ ...claims, iss: 'https://un.autre.example' });
    case 'over': return signed({ ...claims, iat: now - 900, exp: now - 600 });
    case 'signature': return signed(claims, strange);
    case 'unsigned': return signed(claims, undefined, 'none');
    case 'our-secret': return signed(claims, undefined, 'HS256');
    case 'access-token': return signed({ ...claims, at_hash: base64('un autre jeton') });
    case 'mfa': return signed({ ...claims, amr: ['pwd', 'mfa'] });
    case 'no-amr': return signed({ ...claims, amr: undefined });
    case 'pss': return signed(claims, keys[0], 'PS256');
    case 'new-key': keys.unshift(pair(`new ${keys.length}`)); return signed(claims);
    case 'hidden-key': return signed(claims, pair('hidden'));
    default: return signed(claims);
  }
};

const userinfo = (lie) => {
  const known = { iss: issuer, aud: 'trame', sub: 'sub-julie', email: 'julie', email_verified: true, siret };
  switch (lie) {
    case 'somebody-else': return ['application/jwt', signed({ ...known, sub: 'sub-karim' })];
    case 'unsigned-userinfo': return ['application/json', JSON.stringify(known)];
    case 'userinfo-signature': return ['application/jwt', signed(known, strange)];
    case 'userinfo-algorithm': return ['application/jwt', signed(known, keys[0], 'PS256')];
    case 'unverified': return ['application/jwt', signed({ ...known, email_verified: false })];
    case 'unsaid': return ['application/jwt', signed({ ...known, email_verified: undefined })];
    default: return ['application/jwt', signed(known)];
  }
};

let described = 0;
let silent = false;
const codes = new Map();

http.createServer((request, answer) => {
  const url = new URL(request.url, issuer);
  const json = (value) => answer.setHeader('content-type', 'application/json').end(JSON.stringify(value));
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', () => {
    switch (url.pathname) {
      case '/.well-known/openid-configuration':
        described += 1;
        if (silent) return;
        return json({
          issuer, authorization_endpoint: `${issuer}/auth`, token_endpoint: `${issuer}/token`,
          userinfo_endpoint: `${issuer}/userinfo`, jwks_uri: `${issuer}/keys`, response_types_supported: ['code'],
          subject_types_supported: ['public'], id_token_signing_alg_values_supported: ['RS256', 'PS256'],
        });
      case '/keys':
        return json({ keys: keys.map((key) => key.shown) });
      case '/auth': {
        const code = `${url.searchParams.get('lie')}-${crypto.randomUUID()}`;
        codes.set(code, { lie: url.searchParams.get('lie'), nonce: url.searchParams.get('nonce') });
        answer.writeHead(303, { location: `${back}?code=${code}&state=${url.searchParams.get('state')}` });
        return answer.end();
      }
      case '/token': {
        const code = new URLSearchParams(body).get('code');
        const { lie, nonce } = codes.get(code);
        return json({ access_token: code, token_type: 'Bearer', expires_in: 60, id_token: idToken(lie, nonce) });
      }
      case '/userinfo': {
        const [type, told] = userinfo(codes.get(request.headers.authorization.slice('Bearer '.length)).lie);
        return answer.setHeader('content-type', type).end(told);
      }
      case '/described':
        return answer.end(String(described));
      case '/silent':
        silent = true;
        return answer.end();
      default:
        return answer.writeHead(404).end();
    }
  });
}).listen(Number(port), '127.0.0.1', () => console.log('ready'));
