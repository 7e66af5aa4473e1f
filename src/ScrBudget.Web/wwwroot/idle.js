// Ends a session in which nobody is at the keyboard (IdleDialog.razor). A circuit does not renew the cookie that opened
// it: while somebody works, the cookie is renewed from here. Tabs share one session, so they share their activity too: a
// forgotten one must not sign out the one in use.

const warnBeforeSeconds = 300;
const renewEverySeconds = 300;

const sharedKey = "scrbudget-last-activity";
const shareEverySeconds = 1;

let lastActivity = Date.now();
let lastShared = 0;
let lastRenewal = Date.now();

for (const kind of ["keydown", "pointerdown", "input"]) {
  window.addEventListener(kind, noteActivity, { capture: true, passive: true });
}
document.addEventListener("click", (event) => {
  if (event.target.id === "idle-stay") {
    event.target.closest("dialog").close();
  }
});
setInterval(check, 1000);

noteActivity();

function noteActivity() {
  lastActivity = Date.now();
  if (lastActivity - lastShared >= shareEverySeconds * 1000) {
    lastShared = lastActivity;
    try {
      localStorage.setItem(sharedKey, String(lastActivity));
    } catch {
      // Storage is switched off: each tab counts for itself.
    }
  }
}

/** The latest activity in any tab of the session. */
function latestActivity() {
  let elsewhere = 0;
  try {
    elsewhere = Number(localStorage.getItem(sharedKey)) || 0;
  } catch {
    // As above.
  }
  // What another clock wrote may lie ahead of this one: it counts as now.
  return Math.max(lastActivity, Math.min(elsewhere, Date.now()));
}

function check() {
  const dialog = document.getElementById("idle-dialog");
  if (!dialog) {
    return;
  }
  const allowed = Number(dialog.dataset.idleSeconds);
  const idle = (Date.now() - latestActivity()) / 1000;
  if (idle >= allowed) {
    leave();
  } else if (idle >= allowed - Math.min(warnBeforeSeconds, allowed / 2)) {
    warn(dialog);
  } else if (dialog.open) {
    dialog.close();
  } else if (idle < renewEverySeconds && (Date.now() - lastRenewal) / 1000 >= Math.min(renewEverySeconds, allowed / 3)) {
    lastRenewal = Date.now();
    fetch(dialog.dataset.keepAlive).catch(() => {});
  }
}

/** Leaving the field saves what is in it before anything else happens. */
function warn(dialog) {
  if (!dialog.open) {
    document.activeElement?.blur?.();
    dialog.showModal();
  }
}

function leave() {
  const form = document.querySelector(".sb-menu form");
  if (form) {
    window.scrBudget?.leaveDeliberately();
    form.requestSubmit();
  }
}
