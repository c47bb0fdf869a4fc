using System.Diagnostics;
using System.Globalization;

namespace ArabicNews.Lucene.Tests;

/// <summary>A PostgreSQL server of its own for some tests: a temporary folder, a socket in it and no port, gone afterwards. The system's own server, if there is one, is not touched.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string User = "arabicnews";

    // Seconds that a program may take on a machine with other work to do.
    private const int Patience = 180;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("arabicnews-pg");

    /// <summary>Starts it.</summary>
    public PostgresServer()
    {
        if (Programs is null) return;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0b111_111_111);
        string data = Path.Combine(_folder.FullName, "data");
        RunAsOwner("initdb", "-D", data, "-U", User, "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        RunAsOwner("pg_ctl", "-D", data, "-l", Path.Combine(_folder.FullName, "log"), "-o", $"-k {_folder.FullName} -c listen_addresses= -c fsync=off -c max_connections=8 -c shared_buffers=16MB", "-t", $"{Patience}", "-w", "start");
    }

    /// <summary>Where the programs of the newest version are; null where none is installed.</summary>
    public static string? Programs { get; } = Find();

    /// <summary>Runs a script in <c>psql</c>, which ends at the first error; what it prints, fields separated by a bar.</summary>
    public string Run(string script)
    {
        using Process psql = Start(Path.Combine(Programs!, "psql"), ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-h", _folder.FullName, "-U", User, "-d", "postgres", "-f", "-"]);
        Task<string> output = psql.StandardOutput.ReadToEndAsync(), errors = psql.StandardError.ReadToEndAsync();
        psql.StandardInput.Write(script);
        psql.StandardInput.Close();
        psql.WaitForExit();
        return psql.ExitCode == 0 ? output.Result : throw new InvalidOperationException(errors.Result);
    }

    /// <summary>Stops it.</summary>
    public void Dispose()
    {
        if (Programs is not null) RunAsOwner("pg_ctl", "-D", Path.Combine(_folder.FullName, "data"), "-m", "immediate", "-t", $"{Patience}", "stop");
        _folder.Delete(recursive: true);
    }

    private static string? Find()
    {
        const string Debian = "/usr/lib/postgresql";
        if (!Directory.Exists(Debian) || (IsRoot && !File.Exists("/usr/sbin/runuser"))) return null;
        return Directory.EnumerateDirectories(Debian).OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out int version) ? version : 0).Select(folder => Path.Combine(folder, "bin"))
            .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "psql")));
    }

    private static bool IsRoot => Environment.UserName == "root";

    // The server refuses to run as root.
    private static void RunAsOwner(string program, params string[] arguments)
    {
        string path = Path.Combine(Programs!, program);
        using Process process = IsRoot ? Start("/usr/sbin/runuser", ["-u", "nobody", "--", path, .. arguments]) : Start(path, arguments);
        process.StandardInput.Close();

        // The server keeps what it inherits open, so its end is not waited for.
        process.WaitForExit(TimeSpan.FromSeconds(Patience));
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program}: {process.StandardError.ReadToEnd()}");
    }

    private static Process Start(string program, string[] arguments) => Process.Start(new ProcessStartInfo(program, arguments)
    {
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
        StandardInputEncoding = new System.Text.UTF8Encoding(false),
        WorkingDirectory = "/",
    })!;
}

/// <summary>A fact that needs PostgreSQL; skipped, with a message, where it is not installed.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (PostgresServer.Programs is null) Skip = "needs PostgreSQL under /usr/lib/postgresql, and runuser for root";
    }
}
