using System.CommandLine;
using ArabicNews.Cli.Running;

namespace ArabicNews.Cli.Commands;

/// <summary><c>completion</c>: the script by which a shell completes our commands and options. The words come from the tool itself (<c>[suggest]</c>), files from the shell.</summary>
internal sealed class CompletionCommand : CliCommand
{
    private static readonly IReadOnlyDictionary<string, string> s_scripts = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = """
            # arabicnews completion bash > ~/.local/share/bash-completion/completions/arabicnews
            _arabicnews() {
                local IFS=$'\n' current="${COMP_WORDS[COMP_CWORD]}"
                COMPREPLY=($(compgen -W "$(arabicnews "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "$current"))
            }
            complete -o default -F _arabicnews arabicnews
            """,
        ["zsh"] = """
            #compdef arabicnews
            # arabicnews completion zsh > "${fpath[1]}/_arabicnews"
            _arabicnews() {
                local -a words_of_it
                words_of_it=("${(@f)$(arabicnews "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
                compadd -a words_of_it
                _files
            }
            compdef _arabicnews arabicnews
            """,
        ["fish"] = """
            # arabicnews completion fish > ~/.config/fish/completions/arabicnews.fish
            complete -c arabicnews -a '(arabicnews "[suggest:"(commandline -C)"]" (commandline -cp) 2>/dev/null)'
            """,
        ["pwsh"] = """
            # arabicnews completion pwsh >> $PROFILE
            Register-ArgumentCompleter -Native -CommandName arabicnews -ScriptBlock {
                param($wordToComplete, $commandAst, $cursorPosition)
                arabicnews "[suggest:$cursorPosition]" "$commandAst" 2>$null | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                }
            }
            """,
    };

    private readonly Argument<string> _shell = new("SHELL") { Description = "bash, zsh, fish or pwsh" };

    public CompletionCommand() : base("completion", "Write a script that completes commands and options in your shell",
        new Example("source <(arabicnews completion bash)", "for this shell"),
        new Example("arabicnews completion fish > ~/.config/fish/completions/arabicnews.fish", "for good"))
    {
        _shell.AcceptOnlyFromAmong([.. s_scripts.Keys]);
        Arguments.Add(_shell);
        Run(run => run.WriteText(s_scripts[run.Get(_shell)].ReplaceLineEndings("\n") + "\n"));
    }
}
