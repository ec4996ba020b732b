// The server, asked: what it answers, and what it means that it does not.

const TIMEOUT_MS = 20_000;
const FILE_TIMEOUT_MS = 600_000;

/** No answer of the server: no network, a server that is down, or somebody else in between. */
export class Unreachable extends Error {}

/** Ask for something below this page's address; gives the status and the document. */
export async function ask(path, { method = "GET", body, headers = {}, keepalive = false } = {}) {
  const isFile = body instanceof ArrayBuffer;
  const timeout = new AbortController();
  const timer = setTimeout(() => timeout.abort(), isFile ? FILE_TIMEOUT_MS : TIMEOUT_MS);
  try {
    const response = await fetch(path, {
      method,
      body,
      keepalive,
      cache: "no-store",
      redirect: "error",
      signal: timeout.signal,
      headers: isFile ? headers : { "Content-Type": "application/json", ...headers },
    });
    const isOurs = response.headers.get("content-type")?.startsWith("application/json");
    if (response.status === 404) return { status: 404, document: {} };
    // a hotel's sign-in page answers everything, and with 200
    if (!isOurs || response.status >= 500) throw new Unreachable(response.statusText);
    return { status: response.status, document: await response.json() };
  } catch (error) {
    throw error instanceof Unreachable ? error : new Unreachable(String(error));
  } finally {
    clearTimeout(timer);
  }
}
