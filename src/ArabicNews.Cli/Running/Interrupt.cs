using System.Runtime.InteropServices;

namespace ArabicNews.Cli.Running;

/// <summary>
/// Ctrl-C and SIGTERM ask a run to end at the next record, so that what is written is whole; a second Ctrl-C ends it at once.
/// </summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private volatile int _code;

    public Interrupt() => _registrations =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGINT, context => End(context, Cli.ExitCode.Interrupted)),
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => End(context, Cli.ExitCode.Terminated)),
    ];

    public CancellationToken Token => _source.Token;

    /// <summary>The exit code of the signal that came, null when none did.</summary>
    public int? ExitCode => _code == 0 ? null : _code;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations) registration.Dispose();
        _source.Dispose();
    }

    private void End(PosixSignalContext context, int code)
    {
        // The default of the second signal is to end the process.
        if (_code != 0) return;
        context.Cancel = true;
        _code = code;
        _source.Cancel();
    }
}
