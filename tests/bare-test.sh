#!/bin/sh
# Proves the README's two commands on a machine with nothing but git and make: makes a minimal Debian 12 root in
# build/bare, copies this tree into it (committed or not, without what git ignores), and runs `make demo` and
# `make test` inside. Needs root and debootstrap. KEEP_ROOT=1 uses the root of the last run again.
set -eu

cd "$(dirname "$0")/.."
bare=$PWD/build/bare
root=$bare/root

stop() {
    echo "bare-test: $*" >&2
    exit 1
}

[ "$(id -u)" = 0 ] || stop "it makes a Debian root and enters it by chroot, so run it as root: sudo make bare-test"
command -v debootstrap >/dev/null || stop "debootstrap is missing; install it with: apt-get install debootstrap"

# "URI SUITE" of each Debian 12 source of this machine, whether in the old one-line form or in the new one.
host_sources() {
    cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list 2>/dev/null |
        sed 's/\[[^]]*\]//' | awk '$1 == "deb" { print $2, $3 }'
    for file in /etc/apt/sources.list.d/*.sources; do
        [ -e "$file" ] || continue
        awk 'function flush(  n, i, s) { n = split(suites, s, " "); for (i = 1; i <= n; i++) print uri, s[i]; suites = "" }
             /^URIs:/ { uri = $2 } /^Suites:/ { sub(/^[^:]*: */, ""); suites = $0 }
             /^[ \t]*$/ { flush() } END { flush() }' "$file"
    done
}

debian_sources() { host_sources | awk '$2 ~ /^bookworm(-updates|-security)?\/?$/ && $1 ~ /debian/'; }

mirror=$(debian_sources | awk '$2 == "bookworm" { print $1; exit }')
mirror=${mirror:-http://deb.debian.org/debian}

# What lets apt out of this machine: proxies, certificates, name servers.
copy_network_settings() {
    mkdir -p "$root/etc/apt/apt.conf.d" "$root/etc/ssl/certs" "$root/usr/local/share/ca-certificates"
    [ ! -e /etc/apt/apt.conf ] || cp /etc/apt/apt.conf "$root/etc/apt/"
    grep -liE 'proxy|verify|cainfo' /etc/apt/apt.conf.d/* 2>/dev/null | while read -r file; do
        cp "$file" "$root/etc/apt/apt.conf.d/"
    done
    cp -L /etc/resolv.conf "$root/etc/resolv.conf"
    cp /etc/hosts "$root/etc/hosts"
    cp -L /usr/local/share/ca-certificates/*.crt "$root/usr/local/share/ca-certificates/" 2>/dev/null || true
    [ ! -e /etc/ssl/certs/ca-certificates.crt ] ||
        cp -L /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/ca-certificates.crt"
    debian_sources | awk '{ print "deb " $1 " " $2 " main" }' | sort -u > "$root/etc/apt/sources.list"
    [ -s "$root/etc/apt/sources.list" ] || echo "deb $mirror bookworm main" > "$root/etc/apt/sources.list"
}

make_root() {
    rm -rf "$bare"
    mkdir -p "$bare"
    echo "bare-test: a minimal bookworm from $mirror"
    debootstrap --variant=minbase --include=git,make bookworm "$root" "$mirror" > "$bare/debootstrap.log" 2>&1 || {
        tail -n 20 "$bare/debootstrap.log" >&2
        stop "debootstrap did not succeed; its whole log is build/bare/debootstrap.log"
    }
    copy_network_settings
}

copy_tree() {
    rm -rf "$root/home/moot"
    mkdir -p "$root/home/moot"
    git -c safe.directory="$PWD" ls-files -z --cached --others --exclude-standard |
        tar --null --files-from=- --ignore-failed-read -cf - 2>/dev/null | tar -C "$root/home/moot" -xf -
}

inside() {
    env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8 \
        ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} \
        chroot "$root" /bin/sh -c "cd /home/moot && $*"
}

mounted=
leave() {
    for place in $mounted; do
        umount "$root/$place" 2>/dev/null || umount -l "$root/$place"
    done
}

if [ -z "${KEEP_ROOT:-}" ] || [ ! -d "$root/bin" ]; then
    make_root
fi
copy_tree
trap leave EXIT
trap 'exit 130' INT TERM
mount -t proc proc "$root/proc" 2>/dev/null && mounted=proc
mount -t devpts -o ptmxmode=0666 devpts "$root/dev/pts" 2>/dev/null && mounted="$mounted dev/pts" # terminals, for tests

for target in demo test; do
    echo "bare-test: make $target"
    inside "make $target" || stop "make $target failed in the minimal root"
done
