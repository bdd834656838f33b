using System.Diagnostics;
using System.IO.Compression;
using System.Xml.Linq;
using TorchLite.Tests.Examples;
using TorchLite.Tests.Serialization;

namespace TorchLite.Tests.Packages;

/// <summary>The packages, as one who references them finds them. build/check-packages.sh tries more kinds of programs.</summary>
[TestFixture, Parallelizable]
public sealed class PackageTests
{
    private const string Version = "0.1.0-test";

    private static readonly TemporaryFolder Folder = new();

    [OneTimeSetUp]
    public void Pack()
    {
        // As they are built already, whatever the configuration is called.
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Parent!.Name;
        foreach (var project in new[] { "TorchLite", Path.Combine("Backends", "cpu"), "Templates" })
        {
            Dotnet(
                Repository.Root, "pack", Path.Combine("src", project), "--no-build", "-c", configuration, $"-p:Version={Version}", "-o",
                Folder["feed"]).Should().Contain("Successfully created package");
        }
    }

    [OneTimeTearDown]
    public void Remove() => Folder.Dispose();

    [Test]
    public void The_library_brings_what_it_needs_and_nothing_else()
    {
        using var package = Open("TorchLite");

        package.Entries.Select(static one => one.FullName).Should().Contain(
            "lib/net10.0/TorchLite.dll", "lib/net10.0/TorchLite.xml", "README.md", "icon.png", "buildTransitive/TorchLite.props",
            "buildTransitive/TorchLite.targets", "buildTransitive/Libtorch.targets");
        Dependencies(package, "TorchLite").Should().BeEquivalentTo("System.IO.Hashing", "System.Numerics.Tensors", "TorchSharp");
    }

    [Test]
    public void The_backend_brings_the_library_and_one_libtorch_a_platform()
    {
        using var package = Open("TorchLite-cpu");

        Dependencies(package, "TorchLite-cpu").Should().BeEquivalentTo("TorchLite");
        using var runtimes = System.Text.Json.JsonDocument.Parse(package.GetEntry("runtime.json")!.Open());
        runtimes.RootElement.GetProperty("runtimes").EnumerateObject()
            .Select(static one => (one.Name, Brings: one.Value.GetProperty("TorchLite-cpu").EnumerateObject().Single().Name))
            .Should().AllSatisfy(static one => one.Brings.Should().Be($"libtorch-cpu-{one.Name}"))
            .And.HaveCount(4);
    }

    [Test]
    public void A_program_that_references_the_backend_runs_without_what_nothing_loads()
    {
        var folder = Project("""<PackageReference Include="TorchLite-cpu" Version="0.1.0-test" />""", "Console.WriteLine(Torch.Ones(2) * 3);");

        Dotnet(folder, "run").Should().Be($"tensor([3., 3.]){Environment.NewLine}");

        Directory.GetFiles(folder, "*torch*", SearchOption.AllDirectories).Select(Path.GetFileNameWithoutExtension)
            .Should().Contain(static name => name!.EndsWith("torch_cpu")).And.NotContain(static name => name!.EndsWith("torch_python"));
    }

    [Test]
    public void A_program_without_libtorch_is_told_at_its_build()
    {
        var none = Project("""<PackageReference Include="TorchLite" Version="0.1.0-test" />""", "Console.WriteLine(new Shape(2));");
        var elsewhere = Project("""<PackageReference Include="TorchLite-cpu" Version="0.1.0-test" />""", "Console.WriteLine(1);", platform: "");

        Dotnet(none, "build").Should().Contain(
            "warning TORCHLITE001: program has no libtorch to run on: reference the package TorchLite-cpu (or TorchLite-cuda-linux, "
            + "TorchLite-cuda-windows). Where it finds one by itself, set <TorchBackend>none</TorchBackend>.");
        Dotnet(none, "build", "--no-restore", "-p:TorchBackend=none").Should().NotContain("TORCHLITE001");
        Dotnet(elsewhere, "build").Should().Contain(
            "warning TORCHLITE001: program has no libtorch to run on: TorchLite-cpu has one for each platform, and the project names none; "
            + "set <UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>, or a <RuntimeIdentifier>.");
    }

    [Test]
    public void The_templates_make_programs_of_this_version()
    {
        var (folder, hive) = (Folder["new"], Folder["hive"]);
        Directory.CreateDirectory(folder);
        Dotnet(folder, "new", "install", Path.Combine(Folder["feed"], $"TorchLite.Templates.{Version}.nupkg"), "--debug:custom-hive", hive);
        foreach (var (template, name) in new[] { ("torchlite", "Trainer"), ("torchlite-service", "Predictor"), ("torchlite-script", "hello") })
        {
            Dotnet(folder, "new", template, "-n", name, "--no-update-check", "--debug:custom-hive", hive);
        }

        foreach (var project in new[] { "Trainer/Trainer.csproj", "Predictor/Predictor.csproj" })
        {
            File.ReadAllText(Path.Combine(folder, project)).Should().Contain($"<PackageReference Include=\"TorchLite-cpu\" Version=\"{Version}\" />");
        }

        File.ReadAllText(Path.Combine(folder, "hello.cs")).Should().StartWith($"#:package TorchLite-cpu@{Version}\n").And.NotContain("TorchLiteScript");

        // build/check-packages.sh runs the others.
        var program = File.ReadAllText(Path.Combine(folder, "Trainer", "Program.cs"));
        var trainer = Project($"""<PackageReference Include="TorchLite-cpu" Version="{Version}" />""", program);
        Dotnet(trainer, "run").Should().MatchRegex(@"(?s)^epoch 5: .*accuracy 9\d.*saved mlp\.pt\s*$");
    }

    private static ZipArchive Open(string name) => ZipFile.OpenRead(Path.Combine(Folder["feed"], $"{name}.{Version}.nupkg"));

    private static IEnumerable<string> Dependencies(ZipArchive package, string name)
    {
        using var stream = package.GetEntry($"{name}.nuspec")!.Open();
        return [.. XDocument.Load(stream).Descendants().Where(static one => one.Name.LocalName == "dependency")
            .Select(static one => one.Attribute("id")!.Value)];
    }

    private static string Project(
        string reference, string source, string platform = "<UseCurrentRuntimeIdentifier>true</UseCurrentRuntimeIdentifier>")
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder.Path, Guid.NewGuid().ToString("N"))).FullName;
        File.WriteAllText(Path.Combine(folder, "program.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                {platform}
              </PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(folder, "Program.cs"), source);

        // New packages go to a folder of their own, the others are in the user's already.
        File.WriteAllText(Path.Combine(folder, "nuget.config"), $"""
            <configuration>
              <packageSources><add key="packed" value="{Folder["feed"]}" /></packageSources>
              <config><add key="globalPackagesFolder" value="{Folder["cache"]}" /></config>
              <fallbackPackageFolders><add key="user" value="{Cache.Value}" /></fallbackPackageFolders>
            </configuration>
            """);
        return folder;
    }

    private static readonly Lazy<string> Cache = new(static () =>
        Dotnet(Folder.Path, "nuget", "locals", "global-packages", "--list").Split(": ", 2)[1].Trim());

    private static string Dotnet(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo(TutorialProgram.Host, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (var name in start.Environment.Keys.Where(static name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToList())
        {
            // Those of the run that this test is in.
            start.Environment.Remove(name);
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        process.ExitCode.Should().Be(0, output);
        return output;
    }
}
