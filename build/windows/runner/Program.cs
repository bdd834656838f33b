// runner TESTS.dll LOG list            the fixtures, and how many tests each has
// runner TESTS.dll LOG run FIXTURE...  a line for each test: S where it starts; P, F, K (skipped), W or I and what was said where it ends
using System.Reflection;
using System.Text;
using NUnit.Framework.Api;
using NUnit.Framework.Interfaces;
using NUnit.Framework.Internal;

var assembly = Assembly.LoadFrom(Path.GetFullPath(args[0]));
using var log = new StreamWriter(args[1], append: true, new UTF8Encoding(false)) { AutoFlush = true };
var runner = new NUnitTestAssemblyRunner(new DefaultTestAssemblyBuilder());
var loaded = runner.Load(assembly, new Dictionary<string, object> { ["NumberOfTestWorkers"] = 0 });
if (args[2] == "list")
{
    List(loaded);
    return;
}

var classes = string.Concat(args.Skip(3).Select(static name => $"<class>{name}</class>"));
runner.Run(new Listener(log), TestFilter.FromXml($"<filter><or>{classes}</or></filter>"));
log.WriteLine("#done");

void List(ITest test)
{
    if (test is { IsSuite: true, TestType: "TestFixture" or "ParameterizedFixture" })
    {
        log.WriteLine($"{test.FullName}\t{test.TestCaseCount}");
        return;
    }

    foreach (var child in test.Tests)
    {
        List(child);
    }
}

/// <summary>Writes down what happens, at once: the process may die.</summary>
internal sealed class Listener(StreamWriter log) : ITestListener
{
    /// <inheritdoc/>
    public void TestStarted(ITest test) => Write(test, "S", "");

    /// <inheritdoc/>
    public void TestFinished(ITestResult result)
    {
        var status = result.ResultState.Status switch
        {
            TestStatus.Passed => "P",
            TestStatus.Failed => "F",
            TestStatus.Skipped => "K",
            TestStatus.Warning => "W",
            _ => "I",
        };
        Write(result.Test, status, (result.Message ?? "").Replace("\r", "").Replace("\n", "\\n"));
    }

    /// <inheritdoc/>
    public void TestOutput(TestOutput output)
    {
    }

    /// <inheritdoc/>
    public void SendMessage(TestMessage message)
    {
    }

    private void Write(ITest test, string status, string said)
    {
        if (!test.IsSuite)
        {
            lock (log)
            {
                log.WriteLine($"{status}\t{test.FullName}\t{said}");
            }
        }
    }
}
