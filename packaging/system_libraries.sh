#!/bin/sh
# Makes sure the system has what Qt and the tests load from it: `system_libraries.sh window|tests`.
# Installs the missing packages through apt where that is allowed, otherwise names them in one line.
# Never stops the caller: what works without them shall work.
set -u

[ "$(uname -s)" = Linux ] || exit 0
PATH="$PATH:/usr/sbin:/sbin"

# What the libraries of Qt and its xcb plugin ask for and do not carry: file, then Debian's package.
wanted='
libGL.so.1 libgl1
libEGL.so.1 libegl1
libglib-2.0.so.0 libglib2.0-0
libdbus-1.so.3 libdbus-1-3
libfontconfig.so.1 libfontconfig1
libxkbcommon.so.0 libxkbcommon0
libxkbcommon-x11.so.0 libxkbcommon-x11-0
libX11-xcb.so.1 libx11-xcb1
libxcb-cursor.so.0 libxcb-cursor0
libxcb-icccm.so.4 libxcb-icccm4
libxcb-image.so.0 libxcb-image0
libxcb-keysyms.so.1 libxcb-keysyms1
libxcb-render-util.so.0 libxcb-render-util0
libxcb-randr.so.0 libxcb-randr0
libxcb-shape.so.0 libxcb-shape0
libxcb-shm.so.0 libxcb-shm0
libxcb-sync.so.1 libxcb-sync1
libxcb-xfixes.so.0 libxcb-xfixes0
libxcb-xkb.so.1 libxcb-xkb1
libwayland-client.so.0 libwayland-client0
libwayland-cursor.so.0 libwayland-cursor0
libpulse.so.0 libpulse0
'
tools=''
if [ "${1:-window}" = tests ]; then
    # The tests read prints back with tools that are not ours, and open a window on a screen of theirs.
    wanted="$wanted
libzbar.so.0 libzbar0
"
    tools='
pdftotext poppler-utils
qpdf qpdf
Xvfb xvfb
xdotool xdotool
'
fi

known=$(ldconfig -p 2>/dev/null)
missing=''
while read -r file package; do
    [ -n "$file" ] || continue
    case "$known" in *"$file "*) ;; *) missing="$missing $package" ;; esac
done <<END
$wanted
END
while read -r tool package; do
    [ -n "$tool" ] || continue
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $package"
done <<END
$tools
END
missing=${missing# }
[ -n "$missing" ] || exit 0

if command -v apt-get >/dev/null 2>&1; then
    as_root=none
    if [ "$(id -u)" = 0 ]; then
        as_root=''
    elif command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    fi
    if [ "$as_root" != none ]; then
        echo "Installing from Debian: $missing"
        # shellcheck disable=SC2086 # both are lists of words
        if $as_root apt-get update -qq </dev/null >/dev/null 2>&1 &&
            $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
                --no-install-recommends -o DPkg::Lock::Timeout=120 $missing </dev/null >/dev/null 2>&1
        then
            exit 0
        fi
    fi
fi
echo "Please install these system libraries, for example with: sudo apt install $missing"
