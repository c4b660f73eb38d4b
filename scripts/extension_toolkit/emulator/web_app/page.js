// What Clerk's own script does on a page, as far as cookies and requests go.

const { frontendApi, publishableKey } = JSON.parse(
  document.querySelector("meta[name=clerk-configuration]").content,
);
const isDevelopment = publishableKey.startsWith("pk_test_");
const YEAR = 365 * 86_400; // seconds
const element = (id) => document.getElementById(id);
let suffix = "";

async function cookieSuffix() {
  const digest = await crypto.subtle.digest("SHA-1", new TextEncoder().encode(publishableKey));
  const text = btoa(String.fromCharCode(...new Uint8Array(digest)));
  return text.replaceAll("+", "-").replaceAll("/", "_").slice(0, 8);
}

function readCookie(name) {
  const found = document.cookie.split("; ").find((cookie) => cookie.startsWith(`${name}=`));
  return found ? found.slice(name.length + 1) : "";
}

// Clerk keeps each cookie twice: with and without the key's suffix.
function writeCookie(name, value, sameSite = "Lax") {
  const age = value === "" ? 0 : YEAR;
  for (const full of [name, `${name}_${suffix}`]) {
    document.cookie = `${full}=${value}; Path=/; Max-Age=${age}; SameSite=${sameSite}`;
  }
}

async function call(method, path, form) {
  const url = new URL(`https://${frontendApi}/v1${path}`);
  url.searchParams.set("__clerk_api_version", "2026-05-12");
  url.searchParams.set("_clerk_js_version", "6");
  if (method !== "GET") url.searchParams.set("_method", method);
  const token = readCookie("__clerk_db_jwt");
  if (isDevelopment && token) url.searchParams.set("__clerk_db_jwt", token);
  const answer = await fetch(url, {
    method: method === "GET" ? "GET" : "POST",
    body: form && new URLSearchParams(form),
    credentials: isDevelopment ? "omit" : "include",
  });
  if (isDevelopment && answer.headers.get("Clerk-Db-Jwt")) {
    writeCookie("__clerk_db_jwt", answer.headers.get("Clerk-Db-Jwt"));
  }
  const body = await answer.json();
  if (!answer.ok) throw Object.assign(new Error(body.errors[0].long_message), body.errors[0]);
  return body;
}

function show(client) {
  const session = client?.sessions.find(({ id }) => id === client.last_active_session_id);
  // In production the Frontend API sets it itself.
  if (isDevelopment) {
    const updatedAt = session ? Math.floor(client.updated_at / 1000) : 0;
    writeCookie("__client_uat", String(updatedAt), "Strict");
  }
  writeCookie("__session", session?.last_active_token.jwt ?? "");
  const who = session?.public_user_data.identifier;
  element("state").textContent = who ? `Signed in as ${who}` : "Signed out";
  element("sign-in").hidden = Boolean(who);
  element("sign-out").hidden = !who;
}

async function refresh() {
  if (isDevelopment && !readCookie("__clerk_db_jwt")) {
    writeCookie("__clerk_db_jwt", (await call("POST", "/dev_browser")).id);
  }
  try {
    show((await call("GET", "/client")).response);
  } catch (error) {
    if (error.code !== "dev_browser_unauthenticated") throw error;
    writeCookie("__clerk_db_jwt", ""); // the instance does not know this browser any more
    await refresh();
  }
}

// Runs an action of the user's; says what went wrong if it fails.
async function attempt(action) {
  try {
    await action();
  } catch (error) {
    element("state").textContent = error.message;
  }
}

element("sign-in").addEventListener("submit", (event) => {
  event.preventDefault();
  const [identifier, password] = [element("identifier").value, element("password").value];
  attempt(async () => {
    const form = { strategy: "password", identifier, password };
    show((await call("POST", "/client/sign_ins", form)).client);
  });
});
element("sign-out").addEventListener("click", () =>
  attempt(async () => show((await call("DELETE", "/client/sessions")).response)),
);
element("refresh").addEventListener("click", () => attempt(refresh));
element("forget").addEventListener("click", () =>
  attempt(async () => {
    await call("DELETE", "/client");
    for (const name of ["__clerk_db_jwt", "__session", "__client_uat"]) writeCookie(name, "");
    await refresh();
  }),
);

suffix = await cookieSuffix();
attempt(refresh);
