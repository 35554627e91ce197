#!/bin/sh
# Fresh Debian roots for the tests of the packages, and commands run in them. Needs root.
#
# usage: packaging/tests/root.sh make 12|13              prints the archive of a bare Debian
#        packaging/tests/root.sh unpack 12|13 FOLDER     a fresh root of it
#        packaging/tests/root.sh run FOLDER [COMMAND...] runs a command (a shell) in a root
#
# The archives are made once and kept below build/installers/roots; delete them for newer ones.
# The mirror is the one that this machine's apt is set up with.
set -eu
repository=$(cd "$(dirname "$0")/../.." && pwd)
kept=$repository/build/installers/roots

die() {
    for line in "$@"; do printf 'root.sh: %s\n' "$line" >&2; done
    exit 1
}
usage() { die 'usage: make 12|13 | unpack 12|13 FOLDER | run FOLDER [COMMAND...]'; }

name_of() {
    case $1 in
        12) echo bookworm ;;
        13) echo trixie ;;
        *) die "Debian $1 is not known here: 12 or 13." ;;
    esac
}

# The address that apt has for Debian's packages, or for their security updates (the label).
mirror_of() {
    apt-get indextargets --format '$(LABEL) $(REPO_URI)' 'Created-By: Packages' 'Origin: Debian' |
        sed -n "s/^$1 //p" | sort -u | head -n 1
}

sources_of() {
    main=$(mirror_of Debian)
    [ -n "$main" ] || die "This machine's apt knows no mirror of Debian." \
        'Set one up in /etc/apt/sources.list.d and run apt-get update.'
    security=$(mirror_of Debian-Security)
    echo "deb $main $1 main"
    echo "deb $main $1-updates main"
    [ -z "$security" ] || echo "deb $security $1-security main"
}

make_archive() {
    suite=$(name_of "$1")
    archive=$kept/debian-$1.tar
    if [ ! -f "$archive" ]; then
        command -v mmdebstrap >/dev/null || die 'mmdebstrap is missing: apt-get install mmdebstrap'
        mkdir -p "$kept"
        sources=$(sources_of "$suite")
        # Unlike the packages, the archive need not be the same every time: it is not shipped.
        printf '%s\n' "$sources" |
            mmdebstrap --quiet --variant=minbase --mode=root --architectures=amd64 \
                --format=tar "$suite" "$archive.new" >"$archive.log" 2>&1 ||
            die "Debian $1 could not be made; its log is $archive.log"
        mv "$archive.new" "$archive"
    fi
    printf '%s\n' "$archive"
}

unpack() {
    archive=$(make_archive "$1")
    # Never over something that is there, or a root that was left is taken for a fresh one.
    [ ! -e "$2" ] || die "$2 is there already; remove it first."
    mkdir -p "$2"
    tar -xpf "$archive" -C "$2" --numeric-owner
    # How the machine's apt reaches its mirror.
    apt-config dump | grep -E '^Acquire::(http|https|Check)' \
        >"$2/etc/apt/apt.conf.d/90machine" || :
    # No services are started in a root.
    printf '#!/bin/sh\nexit 101\n' >"$2/usr/sbin/policy-rc.d"
    chmod 755 "$2/usr/sbin/policy-rc.d"
}

# In namespaces of its own: when the command ends or is killed, its processes and mounts are gone.
run() {
    root=$(cd "$1" && pwd)
    shift
    [ $# -gt 0 ] || set -- /bin/sh
    mkdir -p "$kept/fetched/$(cat "$root/etc/debian_version")"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    ROOT=$root FETCHED="$kept/fetched/$(cat "$root/etc/debian_version")" \
        exec setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child \
        sh "$repository/packaging/tests/root.sh" inside "$@"
}

# The second half of `run`, already in the namespaces.
inside() {
    mount --make-rprivate /
    # A mount of its own, so that nothing from outside shows in /proc/mounts.
    mount --bind "$ROOT" "$ROOT"
    mount -t proc proc "$ROOT/proc"
    mount -t sysfs -o ro sys "$ROOT/sys"
    mount -t tmpfs -o mode=755 dev "$ROOT/dev"
    for device in null zero full random urandom tty; do
        : >"$ROOT/dev/$device"
        mount --bind "/dev/$device" "$ROOT/dev/$device"
    done
    mkdir "$ROOT/dev/pts" "$ROOT/dev/shm"
    mount -t devpts -o newinstance,ptmxmode=0666,mode=620,gid=5 pts "$ROOT/dev/pts"
    mount -t tmpfs -o mode=1777 shm "$ROOT/dev/shm"
    ln -s pts/ptmx "$ROOT/dev/ptmx"
    ln -s /proc/self/fd "$ROOT/dev/fd"
    for stream in 0:stdin 1:stdout 2:stderr; do
        ln -s "/proc/self/fd/${stream%%:*}" "$ROOT/dev/${stream#*:}"
    done
    mount -t tmpfs -o mode=755 run "$ROOT/run"
    mkdir -m 1777 "$ROOT/run/lock"
    mount -t tmpfs -o mode=1777 tmp "$ROOT/tmp"
    # The window is seen and used from outside: its display is the machine's, so that the root
    # has no more libraries than the package asks for.
    mkdir -p -m 1777 /tmp/.X11-unix "$ROOT/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$ROOT/tmp/.X11-unix"
    # What apt has fetched is kept for the next root.
    mkdir -p "$FETCHED/partial"
    mount --bind "$FETCHED" "$ROOT/var/cache/apt/archives"
    export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
    export DEBIAN_FRONTEND=noninteractive LANG=C.UTF-8 HOME=/root
    unset LANGUAGE LC_ALL DISPLAY PYTHONPATH PYTHONDONTWRITEBYTECODE QT_QPA_PLATFORM || :
    exec chroot "$ROOT" "$@"
}

case ${1:-} in
    make | unpack | run)
        [ "$(id -u)" -eq 0 ] || die 'A root is made and entered by root only.'
        ;;
esac
case ${1:-} in
    make) [ $# -eq 2 ] || usage; make_archive "$2" ;;
    unpack) [ $# -eq 3 ] || usage; unpack "$2" "$3" ;;
    run) [ $# -ge 2 ] || usage; shift; run "$@" ;;
    inside) shift; inside "$@" ;;
    *) usage ;;
esac
