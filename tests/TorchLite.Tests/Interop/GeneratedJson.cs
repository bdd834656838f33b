using System.Text.Json.Serialization;

namespace TorchLite.Tests.Interop;

/// <summary>What programs compiled ahead of time have for JSON: written by the compiler, which needs converters that it can see.</summary>
[JsonSerializable(typeof(SequenceWalkerTests.Parts))]
[JsonSerializable(typeof(Tensor))]
internal sealed partial class GeneratedJson : JsonSerializerContext;
