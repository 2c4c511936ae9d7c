# Shared by the scripts here; sourced. Everything for people goes to standard error.
export DEBIAN_FRONTEND=noninteractive LC_ALL=C.UTF-8
umask 022

DOMAIN=example.test

say() { printf '%s: %s\n' "${0##*/}" "$*" >&2; }
die() { say "$*"; exit 1; }

# packages NAME...: installs what is missing, and lets no package start a daemon of its own
packages() {
  local missing=() name policy=/usr/sbin/policy-rc.d ours='' failed=''
  for name; do
    dpkg-query -W -f '${Status}\n' "$name" 2>/dev/null | grep -q ' installed$' || missing+=("$name")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  [ -e $policy ] || { printf '#!/bin/sh\nexit 101\n' >$policy; chmod 755 $policy; ours=1; }
  apt_install "${missing[@]}" 2>/dev/null || { apt-get -qq update >/dev/null && apt_install "${missing[@]}"; } || failed=1
  [ -z "$ours" ] || rm -f $policy
  [ -z "$failed" ] || die "could not install ${missing[*]}"
}
apt_install() {
  apt-get -qq -y -o DPkg::Lock::Timeout=300 --no-install-recommends install "$@" </dev/null >/dev/null
}

is_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

# free_base BASE OFFSET...: the first of BASE, BASE+1000, ... with no open port at any offset; servers that start side by
# side in one DIR get different ones
free_base() {
  local base=$1 offset taken
  shift
  exec 8>>"$DIR/bases"
  flock 8
  while [ "$base" -lt 32000 ]; do
    taken=$(grep -x "$base" "$DIR/bases" || true)
    for offset; do is_open $((base + offset)) && taken=1; done
    [ -n "$taken" ] || { echo "$base" >&8; echo "$base"; return 0; }
    base=$((base + 1000))
  done
  die 'no free ports'
}

await_port() {
  local tries=200
  until is_open "$1"; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || die "nothing answers on port $1; see the log in $DIR"
    sleep 0.1
  done
}

# stop_pid FILE: asks the process to end and waits for it
stop_pid() {
  local pid tries=150
  [ -s "$1" ] || return 0
  pid=$(tr -cd 0-9 <"$1")
  kill "$pid" 2>/dev/null || return 0
  while kill -0 "$pid" 2>/dev/null; do
    tries=$((tries - 1))
    [ $tries -gt 0 ] || { kill -KILL "$pid"; break; }
    sleep 0.1
  done
}

# people: NAME<TAB>PASSWORD, for servers that need every mailbox written down
people() {
  printf '%s\t%s\n' ada lovelace bob builder carol 's3 "cr\et'
  local n
  for n in $(seq -w 0 199); do printf 'fresh-%s\tfresh\n' "$n"; done
}
