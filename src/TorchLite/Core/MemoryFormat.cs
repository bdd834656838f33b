namespace TorchLite;

/// <summary>The order of the dimensions in memory: PyTorch's <c>torch.memory_format</c>.</summary>
public enum MemoryFormat
{
    /// <summary>Row-major: the last dimension changes fastest. PyTorch's <c>torch.contiguous_format</c>.</summary>
    ContiguousFormat,

    /// <summary>The order of the input if it is dense; otherwise row-major. PyTorch's <c>torch.preserve_format</c>.</summary>
    PreserveFormat,

    /// <summary>Of images [N, C, H, W], the channels change fastest. PyTorch's <c>torch.channels_last</c>.</summary>
    ChannelsLast,

    /// <summary>Of volumes [N, C, D, H, W], the channels change fastest. PyTorch's <c>torch.channels_last_3d</c>.</summary>
    ChannelsLast3d,
}
