using System.Runtime.CompilerServices;
using System.Text;

/// <summary>Chinese on every console: without this, the system's language decides which characters arrive.</summary>
internal static class Utf8Console
{
    [ModuleInitializer]
    internal static void Start() => Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
}
