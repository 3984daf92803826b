//! What kind of drive an office file lies on. A drive that can be unplugged, or whose cable can, may go away in the
//! middle of a write, and the locks of network drives are not always kept.

use std::path::{Path, PathBuf};

/// A drive on which an office file is less safe than on the computer's own disk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drive {
    /// On another computer.
    Network,
    /// A stick or a card.
    Removable,
}

impl Drive {
    /// The drive of a file, nothing where it is the computer's own disk or cannot be told: only Linux says it in a plain
    /// way.
    pub fn of(path: &Path) -> Option<Self> {
        let path = path.canonicalize().ok()?;
        let mounts = std::fs::read_to_string("/proc/self/mounts").ok()?;
        let (device, kind) = mount_of(&mounts, &path)?;
        if NETWORK.contains(&kind) {
            return Some(Self::Network);
        }
        let name = device.strip_prefix("/dev/")?;
        is_removable(&Path::new("/sys/class/block").join(name)).then_some(Self::Removable)
    }
}

/// Kinds of file systems whose files are on another computer, as proc_mounts(5) names them.
const NETWORK: &[&str] = &[
    "afs",
    "ceph",
    "cifs",
    "davfs",
    "fuse.davfs2",
    "fuse.glusterfs",
    "fuse.gvfsd-fuse",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.sshfs",
    "ncpfs",
    "nfs",
    "nfs4",
    "smb3",
    "smbfs",
];

/// Device and kind of the file system that a path is on: of those mounted above it the deepest, and the last one there.
fn mount_of<'a>(mounts: &'a str, path: &Path) -> Option<(&'a str, &'a str)> {
    let mut found: Option<(usize, &str, &str)> = None;
    for line in mounts.lines() {
        let mut words = line.split(' ');
        let (Some(device), Some(point), Some(kind)) = (words.next(), words.next(), words.next()) else { continue };
        let point = PathBuf::from(unescaped(point));
        let depth = point.components().count();
        if path.starts_with(&point) && found.is_none_or(|(deepest, ..)| depth >= deepest) {
            found = Some((depth, device, kind));
        }
    }
    found.map(|(_, device, kind)| (device, kind))
}

/// Blanks, tabs, line ends and backslashes stand there as octal numbers.
fn unescaped(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (escape, plain)| text.replace(escape, plain))
}

/// Whether the disk, or the disk that a partition is of, can be taken out.
fn is_removable(block: &Path) -> bool {
    let Ok(block) = block.canonicalize() else { return false };
    let says_so =
        |folder: &Path| std::fs::read_to_string(folder.join("removable")).is_ok_and(|text| text.trim() == "1");
    says_so(&block) || block.parent().is_some_and(says_so)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const MOUNTS: &str = "\
/dev/sda2 / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
server:/export /home/ana nfs4 rw 0 0
/dev/sdb1 /media/ana/USB\\040STICK vfat rw 0 0
//nas/files /home/ana/nas cifs rw 0 0
";

    #[test]
    fn the_deepest_mount_above_a_file_counts() {
        let kind = |path: &str| mount_of(MOUNTS, Path::new(path)).unwrap();
        assert_eq!(kind("/srv/office.sojourn"), ("/dev/sda2", "ext4"));
        assert_eq!(kind("/home/ana/office.sojourn"), ("server:/export", "nfs4"));
        assert_eq!(kind("/home/anabel/office.sojourn"), ("/dev/sda2", "ext4"));
        assert_eq!(kind("/home/ana/nas/office.sojourn"), ("//nas/files", "cifs"));
        assert_eq!(kind("/media/ana/USB STICK/office.sojourn"), ("/dev/sdb1", "vfat"));
        assert_eq!(mount_of("", Path::new("/office.sojourn")), None);
    }

    #[test]
    fn a_partition_can_be_taken_out_with_its_disk() {
        let folder = tempfile::tempdir().unwrap();
        let partition = folder.path().join("sdb/sdb1");
        std::fs::create_dir_all(&partition).unwrap();
        assert!(!is_removable(&partition));
        std::fs::write(folder.path().join("sdb/removable"), "1\n").unwrap();
        assert!(is_removable(&partition));
        std::fs::write(folder.path().join("sdb/removable"), "0\n").unwrap();
        assert!(!is_removable(&partition));
    }
}
