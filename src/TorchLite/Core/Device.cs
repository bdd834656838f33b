using System.Globalization;
using System.Text.Json.Serialization;

namespace TorchLite;

/// <summary>Where a tensor lives: PyTorch's <c>torch.device</c>.</summary>
/// <remarks>
/// A string converts implicitly, so <c>device: "cuda:0"</c> works wherever a device is expected. The default value is the CPU.
/// </remarks>
/// <example><code>
/// Torch.Ones(2).Device            // cpu
/// new Device("cuda:1").Index      // 1
/// new Device("cpu") == "cpu"      // True
/// </code></example>
[JsonConverter(typeof(DeviceJsonConverter))]
public readonly struct Device : IEquatable<Device>
{
    private static readonly string[] Types = ["cpu", "cuda", "meta", "mps"];

    // libtorch's numbers for the types above (c10::DeviceType).
    private static readonly int[] Codes = [0, 1, 14, 13];

    // libtorch keeps the index in a signed byte; PyTorch lets a higher one come out as another device.
    private const int HighestIndex = 127;

    private readonly byte type;
    private readonly short indexPlusOne;

    /// <summary>Makes a device from a string such as <c>cpu</c>, <c>cuda</c> or <c>cuda:0</c>: <c>torch.device("cuda:0")</c>.</summary>
    /// <param name="device">The type, optionally followed by a colon and the index.</param>
    /// <exception cref="ArgumentNullException"><paramref name="device"/> is null.</exception>
    /// <exception cref="TorchException">The string does not name a device type of TorchLite, or its index is not an integer.</exception>
    public Device(string device)
    {
        ArgumentNullException.ThrowIfNull(device);
        var parts = device.Split(':');
        if (parts[0].Length == 0 && parts.Length > 1)
        {
            throw new TorchException($"Invalid device string: '{device}'");
        }

        type = (byte)Find(parts[0], device);
        if (parts.Length > 2 || (parts.Length == 2 && !IsIndex(parts[1])))
        {
            throw new TorchException($"Invalid device string: '{device}'");
        }

        if (parts.Length == 2 && (parts[1].Length > 3 || int.Parse(parts[1], CultureInfo.InvariantCulture) > HighestIndex))
        {
            throw new TorchException($"Could not parse device index '{parts[1]}' in device string '{device}'");
        }

        indexPlusOne = parts.Length == 2 ? (short)(int.Parse(parts[1], CultureInfo.InvariantCulture) + 1) : (short)0;
    }

    /// <summary>Creates a device from its type and index: <c>torch.device("cuda", 0)</c>.</summary>
    /// <param name="type">The type: <c>cpu</c>, <c>cuda</c>, <c>mps</c> or <c>meta</c>.</param>
    /// <param name="index">The zero-based index, as it follows the colon in a string.</param>
    /// <exception cref="ArgumentNullException"><paramref name="type"/> is null.</exception>
    /// <exception cref="TorchException">
    /// The string does not name a device type of TorchLite or contains an index itself, or the index is negative.
    /// </exception>
    public Device(string type, int index)
    {
        ArgumentNullException.ThrowIfNull(type);
        if (type.Contains(':', StringComparison.Ordinal))
        {
            throw new TorchException($"type (string) must not include an index because index was passed explicitly: {type}");
        }

        if (index < 0)
        {
            throw new TorchException("Device index must not be negative");
        }

        if (index > HighestIndex)
        {
            throw new TorchException($"Could not parse device index '{index}' in device string '{type}:{index}'");
        }

        this.type = (byte)Find(type, type);
        indexPlusOne = (short)(index + 1);
    }

    private Device(int type, int index)
    {
        this.type = (byte)type;
        indexPlusOne = (short)(index + 1);
    }

    /// <summary>The type: <c>cpu</c>, <c>cuda</c>, <c>mps</c> or <c>meta</c>. PyTorch's <c>device.type</c>.</summary>
    /// <example><code>
    /// new Device("cuda:1").Type   // cuda
    /// </code></example>
    public string Type => Types[type];

    /// <summary>The index of the device among those of its type, or null if none was given. PyTorch's <c>device.index</c>.</summary>
    /// <example><code>
    /// new Device("cuda:1").Index           // 1
    /// new Device("cuda").Index is null      // True
    /// </code></example>
    public int? Index => indexPlusOne == 0 ? null : indexPlusOne - 1;

    /// <summary>libtorch's number for the type.</summary>
    internal int Code => Codes[type];

    internal static Device FromNative(int code, int index) => new(Array.IndexOf(Codes, code), code == 0 ? -1 : index);

    // From a span, not from a string: null would become one of these too, and in "condition ? device : null" C# would choose that.

    /// <summary>Creates a device from a string.</summary>
    /// <param name="device">The type, optionally followed by a colon and the index.</param>
    /// <returns>The device.</returns>
    /// <exception cref="ArgumentNullException">The string is null.</exception>
    /// <exception cref="TorchException">The string does not name a device.</exception>
    public static implicit operator Device(ReadOnlySpan<char> device) =>
        (Device?)device ?? throw new ArgumentNullException(nameof(device));

    /// <summary>Creates a device from a string that may be null.</summary>
    /// <param name="device">The type, optionally followed by a colon and the index; null is allowed.</param>
    /// <returns>The device; null for null.</returns>
    /// <exception cref="TorchException">The string does not name a device.</exception>
    public static implicit operator Device?(ReadOnlySpan<char> device) =>
        device.IsNull() ? null : device is "cpu" ? default(Device) : new Device(device.ToString());

    /// <summary>Whether two devices are the same.</summary>
    /// <param name="left">One device.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if type and index are equal.</returns>
    public static bool operator ==(Device left, Device right) => left.Equals(right);

    /// <summary>Whether two devices differ.</summary>
    /// <param name="left">One device.</param>
    /// <param name="right">The other.</param>
    /// <returns>True if the type or the index differs.</returns>
    public static bool operator !=(Device left, Device right) => !left.Equals(right);

    /// <inheritdoc/>
    public bool Equals(Device other) => type == other.type && indexPlusOne == other.indexPlusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Device other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(type, indexPlusOne);

    /// <summary>The string that PyTorch prints, such as <c>cpu</c> or <c>cuda:0</c>.</summary>
    /// <returns>The type, followed by the index if there is one.</returns>
    public override string ToString() => Index is { } index ? string.Create(CultureInfo.InvariantCulture, $"{Type}:{index}") : Type;

    private static int Find(string name, string text)
    {
        if (text.Length == 0)
        {
            throw new TorchException("Device string must not be empty");
        }

        var found = Array.IndexOf(Types, name);
        return found >= 0
            ? found
            : throw new TorchException(
                $"Expected one of cpu, cuda, ipu, xpu, mkldnn, opengl, opencl, ideep, hip, ve, fpga, maia, xla, lazy, vulkan, mps, meta, "
                + $"hpu, mtia, privateuseone device type at start of device string: {name}");
    }

    private static bool IsIndex(string text) =>
        text.Length > 0 && text.All(char.IsAsciiDigit) && (text.Length == 1 || text[0] != '0');
}
